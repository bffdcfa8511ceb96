"""One title has two texts that do not say the same.

A title may be given several texts; they count as wordings of one claim, and what is said of the
one holds for all. So a text with a “not” more than the other, or with other numbers in the same
words, makes the claim contradict itself; one that has no word in common with the other was most
likely given the title by mistake. Texts that rephrase each other share some words, with each other
or with the title, and are not reported. Nor are those without a common word where the author has
marked the text that counts with {isCanonical: true}, or where they describe an argument, for
descriptions may each tell a part.

Bad::

    [Fewer cars]: Cities should have fewer cars.
      + [Air]: Cars foul the air.

    [Fewer cars]: Cities should not have fewer cars.

Good::

    [Fewer cars]: Cities should have fewer cars.
      + [Air]: Cars foul the air.

    [Fewer cars]: There should be fewer cars in cities.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from argmap.checks._check import Check, quoted
from argmap.checks._reconstructions import conclusion_of
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.names import fold

_NEGATIONS = """
    not no never none nobody nothing nowhere neither nor cannot
    nicht kein keine keinen keinem keiner keines nie niemals niemand nichts
    pas jamais aucun aucune rien nunca jamás nadie nada ninguno ninguna non mai
"""
_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non")
_SMALL = """
    a an the of to in on at by for from with and or as is are was were be been it its this that
    these those there has have had do does did will would can could should may might must than then
    der die das den dem des ein eine einen und oder ist sind war im von zu mit auf für es
    le la les un une du et ou est sont de en à il elle el los las una y o son ne ca wo sha
"""
_TAG = re.compile(r"(?<!\w)#(?:\([^()\n]+\)|[\w-]+)")
_SHORTENED = re.compile(r"n['’]t\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FEWEST_WORDS = 2
_ALIKE = 0.8
"""How much of their words texts share that differ in nothing but a “not” or a number."""
_STEM = 4


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each claim or argument whose texts do not say the same. Linear.

    Each wording is compared with the text that counts, and the first that conflicts is told.
    """
    gists = {argument.gist for argument in map.arguments.values()}
    for claim in map.claims.values():
        may_differ = claim.id in gists or claim.data.get("isCanonical") is True
        yield from _conflict(claim, claim.id, may_differ=may_differ)
    for argument in map.arguments.values():
        conclusion = conclusion_of(map, argument)
        if conclusion is not None:
            yield from _conflict(argument, conclusion, may_differ=True)


def _conflict(record: Claim | Argument, claim: str, *, may_differ: bool) -> Iterator[Diagnostic]:
    """The finding about a record's first wording that conflicts with its text, if one does."""
    if not record.text or not record.wordings:
        return
    title, text = _Words.of(record.title), _Words.of(record.text)
    for wording in record.wordings:
        how = _difference(text, _Words.of(wording), title, may_differ=may_differ)
        if how:
            yield Diagnostic(
                CHECK.code,
                "warning",
                f"{quoted(record.title)} has two texts, {how}: "
                f"{quoted(record.text)} and {quoted(wording)}",
                record.span,
                "give one of them a title of its own, or make them say the same",
                (claim,),
            )
            return


class _Words(NamedTuple):
    """What a text says, as far as its words tell: stems, numbers, and how often it says no."""

    stems: frozenset[str]
    numbers: tuple[str, ...]
    negations: int

    @classmethod
    def of(cls, text: str) -> "_Words":
        plain = _SHORTENED.sub(" not", _TAG.sub(" ", text))
        numbers = tuple(sorted(re.sub("[.,]", "", number) for number in _NUMBER.findall(plain)))
        words = fold(_NUMBER.sub(" ", plain)).split()
        negations, small = _listed(_NEGATIONS), _listed(_SMALL)
        telling = frozenset(
            word.removesuffix("s") for word in words if word not in negations and word not in small
        )
        return cls(telling, numbers, sum(word in negations for word in words))


@cache
def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _difference(text: _Words, other: _Words, title: _Words, *, may_differ: bool) -> str:
    """How two texts of one title conflict; nothing if they do not."""
    only, only_other = text.stems - other.stems, other.stems - text.stems
    opposed = _opposed(only, only_other) + _opposed(only_other, only)
    shared = len(text.stems & other.stems) + opposed
    is_alike = 2 * shared >= _ALIKE * (len(text.stems) + len(other.stems)) and shared > 0
    # Where words were replaced, a “not” may be made up for by a word of opposite meaning.
    if is_alike and opposed == min(len(only), len(only_other)):
        if (text.negations + other.negations + opposed) % 2:
            return "one of which denies the other"
        if text.numbers and other.numbers and text.numbers != other.numbers:
            return "with different numbers"
    if may_differ or min(len(text.stems), len(other.stems)) < _FEWEST_WORDS:
        return ""
    one, two, both = _beginnings(text), _beginnings(other), _beginnings(title)
    are_apart = one.isdisjoint(two) and (one.isdisjoint(both) or two.isdisjoint(both))
    return "without a word in common" if are_apart else ""


def _opposed(words: frozenset[str], others: frozenset[str]) -> int:
    """How many of the words are among the others with a prefix that negates them."""
    return sum(any(prefix + word in others for prefix in _NEGATING) for word in words)


def _beginnings(words: _Words) -> set[str]:
    """Enough of each word to find it again in another form."""
    return {word[:_STEM] for word in words.stems}


CHECK = Check("RE09", "conflicting-wordings", run)
