"""What a map says of its claims beside title and words: sources, weights, free data."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.render.picture.text import clean

_WEB = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)
_MOST = 300
"""So many letters of a value are enough for a page; the map itself has them all."""


class Fact(NamedTuple):
    """A name and what stands under it; ``href`` is the web address that it is, if it is one."""

    name: str
    value: str
    href: str = ""


def facts_of(map: ArgumentMap) -> dict[str, tuple[Fact, ...]]:
    """What is known of each claim that has anything known of it; linear in the map."""
    found = {claim.id: tuple(_facts(claim)) for claim in map.claims.values()}
    return {id: facts for id, facts in found.items() if facts}


def _facts(claim: Claim) -> Iterator[Fact]:
    yield from (Fact("also", wording) for wording in claim.wordings)
    if claim.weight is not None:
        yield Fact("weight", f"{claim.weight:g}")
    yield from (linked("source", said) for said in _sources(claim))
    links = dict.fromkeys(mark.target for mark in claim.marks if mark.kind == "link")
    yield from (linked("link", link) for link in links)
    for key, value in claim.data.items():
        for said in _plain(value):
            yield linked(key, said)


def _sources(claim: Claim) -> Iterator[str]:
    """Where a claim is from: the place and the words, else the letters that are meant."""
    anchor = claim.source
    if anchor is None:
        return
    if anchor.place or anchor.start is None:
        place = anchor.place
    else:
        place = f"characters {anchor.start} to {anchor.end}"
    quote = f"“{anchor.quote}”" if anchor.quote else ""
    said = ", ".join(filter(None, (place, quote)))
    if said:
        yield said


def linked(name: str, value: str) -> Fact:
    """The fact, with its address if its value is one of the web and nothing else."""
    value = clean(value)
    short = value if len(value) <= _MOST else f"{value[:_MOST]}…"
    return Fact(clean(name), short, value if _WEB.fullmatch(value) else "")


def _plain(value: object) -> Iterator[str]:
    """Free data in words; what is nested is told flat, one level deep."""
    if isinstance(value, Mapping):
        yield from (f"{key}: {_short(each)}" for key, each in value.items())
    elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
        yield ", ".join(_short(each) for each in value)
    else:
        yield _short(value)


def _short(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else str(value)
