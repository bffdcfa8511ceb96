"""Which diagnostics are wanted: codes, names and prefixes of codes, in layers."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

ALL = ""
"""The prefix of every code."""
_MOST = 3
_NEAR = 80.0
"""Likeness, of 100, below which a word is not meant for another."""


class Layer(NamedTuple):
    """What one place says: a list of what is wanted, if it has one, and of what is not.

    Both hold prefixes of codes. Of those that a code begins with, the longest decides, and
    ``ignore`` where they are equal.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()


def meant(word: str, names: Mapping[str, str]) -> str | None:
    """The prefix that a word stands for; ``None`` if no code begins with it.

    A word is a code, the beginning of one, the name of one, or ALL, in letters of either case.
    """
    folded = word.strip().upper()
    if folded == "ALL":
        return ALL
    if folded and any(code.startswith(folded) for code in names):
        return folded
    return next((code for code, name in names.items() if name.upper() == folded), None)


def nearest(word: str, names: Mapping[str, str]) -> list[str]:
    """The codes, or the names, that are most like a word that stands for none, best first.

    A name is like it as a whole, or one of its words is.
    """
    if any(letter.isdigit() for letter in word):
        from argmap.query.search import nearest_names

        return nearest_names(word, names)
    from rapidfuzz import fuzz

    wanted = word.strip().lower()
    likeness = {
        name: max(fuzz.ratio(wanted, part) for part in (name, *name.split("-")))
        for name in names.values()
    }
    near = sorted(likeness, key=lambda name: -likeness[name])
    return [name for name in near[:_MOST] if likeness[name] >= _NEAR]


def is_wanted(code: str, layers: Iterable[Layer]) -> bool:
    """Whether the last layer that says anything about a code wants it.

    A layer with a list of what is wanted says something about every code; the others add to what
    the layers before them say. Where no layer says anything, every code is wanted.
    """
    wanted = True
    for select, ignore in layers:
        chosen = max((len(each) for each in select or () if code.startswith(each)), default=-1)
        refused = max((len(each) for each in ignore if code.startswith(each)), default=-1)
        if select is not None or refused >= 0:
            wanted = chosen > refused
    return wanted
