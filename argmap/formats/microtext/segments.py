"""Segments of the text, and the names they have where nobody gave them others.

A graph whose names are these says nothing about them in the data of its map.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

_NUMBER = re.compile(r"\d+")
_NUMBERED_UNIT = re.compile(r"a(\d+)")
_NUMBERED_EDGE = re.compile(r"c(\d{1,15})")
IMPLICIT = {"implicit": "true"}


class Segment(NamedTuple):
    """An elementary unit of the text, and the edges that lead from it to its unit.

    ``edge`` leads to the unit, or else to a ``joint`` of segments, from which ``joint_edge`` does.
    """

    edu: str
    edge: str
    text: str
    attributes: Mapping[str, str] = {}
    joint: str = ""
    joint_edge: str = ""


def natural(id: str) -> str:
    """What ids are sorted by, so that e10 comes after e9."""
    return _NUMBER.sub(lambda match: match[0].zfill(12), id)


def usual_edu(unit: str) -> str:
    """What the only segment of a unit is usually called: e1 for a1."""
    match = _NUMBERED_UNIT.fullmatch(unit)
    return f"e{match[1]}" if match else ""


def usual_added(edge: str, count: int) -> list[str]:
    """What the edges are usually called that add premises to an edge: c4, c5 for c3."""
    match = _NUMBERED_EDGE.fullmatch(edge)
    return [f"c{int(match[1]) + n}" for n in range(1, count + 1)] if match else []


def usual_first(others: Iterable[str]) -> int:
    """The number that edges from segments usually begin with: the next after the others."""
    numbers = (int(match[1]) for id in others if (match := _NUMBERED_EDGE.fullmatch(id)))
    return max(numbers, default=0) + 1


def first_of(edges: Iterable[str], others: Iterable[str]) -> int:
    """The number that edges from segments begin with, by what the first of them is called."""
    match = _NUMBERED_EDGE.fullmatch(next(iter(edges), ""))
    return int(match[1]) if match else usual_first(others)


def usual_edges(edus: Iterable[str], first: int) -> dict[str, str]:
    """What the edges from segments are usually called: numbered on from the first."""
    return {edu: f"c{number}" for number, edu in enumerate(edus, first)}
