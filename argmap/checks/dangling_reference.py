"""A claim is referred to but never stated.

A title is only a name. If no text goes with it, readers have to guess what the claim says, and
nobody can judge whether its reasons support it. Most often the title was misspelt in one of the
two places, or its brackets are those of a claim where an argument is meant. The same goes for an
argument that has neither a gist nor steps, and for what a text mentions (@[Title]) or links to.

A map that states nothing at all, as when only the names of arguments are known, is told so once,
in a note. So is a link to nothing, which harms no reasoning.

Bad::

    [Open borders]: States should open their borders.
      + [Work]

Good::

    [Open borders]: States should open their borders.
      + [Work]: Open borders let people go where there is work.
"""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.checks._check import Check, is_stated, name_of, quoted
from argmap.checks._titles import Titles
from argmap.model.claim import Claim, Mark
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.names import fold
from argmap.model.span import Span

_KINDS_OF_LINK = ("", "heading", "statement", "argument")


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each claim, argument or mention that nothing is said of. Linear."""
    known = _Known(map)
    silent = [claim for claim in map.claims.values() if not known.is_stated(claim)]
    if len(silent) == len(map.claims) > 1:
        yield Diagnostic(
            CHECK.code,
            "note",
            f"this map only has the names of its {len(silent)} claims, and states none of them",
            silent[0].span,
            "say what they are, as in [Title]: …, if anyone is to judge the reasoning",
            tuple(claim.id for claim in silent),
        )
        silent = []
    for claim in silent:
        what = "the argument " if claim.id in known.gists else ""
        yield Diagnostic(
            CHECK.code,
            "warning",
            f"{what}{name_of(claim)} is referred to but never stated",
            claim.span,
            known.remedy(claim),
            (claim.id,),
        )
    for words in _words(map):
        for kind, target in dict.fromkeys((mark.kind, mark.target) for mark in words.marks):
            yield from _pointless(known, words, kind, target)


class _Words(NamedTuple):
    """A text that can mention and link to things: whose it is, and what claims it is about."""

    of: str
    marks: tuple[Mark, ...]
    span: Span | None
    claims: tuple[str, ...] = ()


def _words(map: ArgumentMap) -> Iterator[_Words]:
    """The texts of a map; that of a sketched argument is its gist's."""
    for claim in map.claims.values():
        yield _Words(name_of(claim), claim.marks, claim.span, (claim.id,))
    for argument in map.arguments.values():
        if argument.gist is None:
            what = f"the argument {quoted(argument.title or argument.text)}"
            yield _Words(what, argument.marks, argument.span, argument.statements)
    for section in map.sections.values():
        yield _Words(f"the heading {quoted(section.title)}", section.marks, section.span)


def _pointless(known: "_Known", words: _Words, kind: str, target: str) -> Iterator[Diagnostic]:
    """What is wrong with a mention or link in a text, if anything is."""
    if kind in {"statement-mention", "argument-mention"}:
        argument = kind == "argument-mention"
        title = " ".join(target.split())
        if title not in (known.arguments if argument else known.statements):
            what = "an argument" if argument else "a claim"
            message = f"{words.of} mentions {what} {quoted(title)} that the map does not have"
            meant = known.meant(title, argument=argument)
            hint = meant or "say once what it is, or write \\@ if no mention is meant"
            yield Diagnostic(CHECK.code, "warning", message, words.span, hint, words.claims)
    elif kind == "link" and target[:1] == "#" and not known.has_place(target[1:]):
        message = f"{words.of} links to {quoted(target)}, and nothing here is called so"
        hint = "the link is #statement-, #argument- or #heading- and the title, with hyphens"
        yield Diagnostic(CHECK.code, "note", message, words.span, hint, words.claims)


class _Known:
    """The titles of a map, and which of them stand for something that is stated."""

    def __init__(self, map: ArgumentMap) -> None:
        self._map = map
        self.gists = {a.gist: a for a in map.arguments.values() if a.gist is not None}
        self.arguments = {
            a.title: is_stated(a) or a.gist is None or is_stated(map.claims[a.gist])
            for a in map.arguments.values()
            if a.title
        }
        self.statements = {
            c.title: is_stated(c) for c in map.claims.values() if c.title and c.id not in self.gists
        }
        self._titles: dict[bool, Titles] = {}
        self._places: set[str] | None = None

    def is_stated(self, claim: Claim) -> bool:
        argument = self.gists.get(claim.id)
        return is_stated(claim) or (argument is not None and is_stated(argument))

    def remedy(self, claim: Claim) -> str:
        """What to do about a claim that is not stated."""
        argument = claim.id in self.gists
        title = claim.title or claim.id
        shape = f"<{title}>: …" if argument else f"[{title}]: …"
        own = f"say once what it is, as in {shape}, or correct the title"
        return self.meant(claim.title, argument=argument) or own

    def meant(self, title: str, *, argument: bool) -> str:
        """A question after what a title that stands for nothing was meant to be."""
        if (self.statements if argument else self.arguments).get(title):
            other = f"the claim [{title}]" if argument else f"the argument <{title}>"
            return f"did you mean {other}?"
        if argument not in self._titles:
            titles = self.arguments if argument else self.statements
            self._titles[argument] = Titles(t for t, stated in titles.items() if stated)
        near = self._titles[argument].nearest(title)
        return f"did you mean {quoted(near)}?" if near else ""

    def has_place(self, link: str) -> bool:
        """Whether a link within the map leads somewhere, however its maker spells titles."""
        if self._places is None:
            map = self._map
            sections = map.sections.values()
            names = [*map.claims, *map.arguments, *map.sections, *self.statements, *self.arguments]
            names += [section.title for section in sections]
            names += [" ".join((section.title, *section.tags)) for section in sections]
            self._places = {
                f"{kind}{spelt}"
                for name in names
                for spelt in _spelt(name)
                for kind in _KINDS_OF_LINK
            }
        return "%" in link or not self._places.isdisjoint(_spelt(link))


def _spelt(name: str) -> tuple[str, str]:
    """The letters of a name, all of them and those of ASCII alone."""
    letters = fold(name).replace(" ", "")
    return letters, "".join(letter for letter in letters if letter.isascii())


CHECK = Check("RE01", "dangling-reference", run)
