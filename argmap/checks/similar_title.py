"""Two titles can be mistaken for each other.

They differ in case, spacing or punctuation alone, or one letter in them was probably a slip. To
Argdown they are two things: what is said of the one does not count for the other. Numbers and
single letters tell titles apart on purpose, and so do words that the map uses elsewhere, too. A
title that is only referred to is reported as a reference to nothing, with what it may have meant.

Bad::

    [Car free]: The centre should be closed to cars.
      + [Noise]: Cars are the loudest thing in it.

    [Carfree]: No cars should be let into the centre.
      + [Air]: The air would be cleaner.

Good::

    [Car free]: The centre should be closed to cars.
      + [Noise]: Cars are the loudest thing in it.

    [Car free]
      + [Air]: The air would be cleaner.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from argmap.checks._check import Check, is_stated, quoted
from argmap.checks._reconstructions import conclusion_of
from argmap.checks._titles import Titles, other_number
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.names import fold
from argmap.model.span import Span


class _Titled(NamedTuple):
    """A claim or an argument that has a title and says something."""

    title: str
    claim: str
    span: Span | None


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each title that is like an earlier one. Linear (see `Titles`)."""
    uses = cache(lambda: _uses(map))
    for what, titled in (("", _statements(map)), ("the argument ", _arguments(map))):
        titles = Titles(titled)
        place = {title: number for number, title in enumerate(titled)}
        for title, (_, claim, span) in titled.items():
            earlier = [
                other for other in _alike(titles, title, uses) if place[other] < place[title]
            ]
            if earlier:
                first = titled[min(earlier, key=place.__getitem__)]
                where = f" at {first.span}" if first.span else ""
                yield Diagnostic(
                    CHECK.code,
                    "warning",
                    f"{what}{quoted(title)} has nearly the title of {quoted(first.title)}{where}",
                    span,
                    "if they are one, write the title in one way; if not, choose titles less alike",
                    (claim, first.claim),
                )


def _statements(map: ArgumentMap) -> dict[str, _Titled]:
    gists = {argument.gist for argument in map.arguments.values()}
    return {
        claim.title: _Titled(claim.title, claim.id, claim.span)
        for claim in map.claims.values()
        if claim.title and claim.id not in gists and is_stated(claim)
    }


def _arguments(map: ArgumentMap) -> dict[str, _Titled]:
    found = {}
    for argument in map.arguments.values():
        claim = argument.gist or conclusion_of(map, argument)
        if argument.title and claim and (argument.gist is None or is_stated(argument)):
            found[argument.title] = _Titled(argument.title, claim, argument.span)
    return found


def _alike(titles: Titles, title: str, uses: Callable[[], Counter[str]]) -> Iterator[str]:
    yield from titles.respelt(title)
    for other, word, its_word in titles.slips(title):
        # Two words that are both used elsewhere are two words, and no slip of the pen.
        if its_word in other_number(word) or min(uses()[word], uses()[its_word]) <= 1:
            yield other


def _uses(map: ArgumentMap) -> Counter[str]:
    """In how many claims each word occurs."""
    return Counter(
        word
        for claim in map.claims.values()
        for word in set(fold(f"{claim.title} {claim.text}").split())
    )


CHECK = Check("RE08", "similar-title", run)
