"""Which part of a map is meant: a group, an argument, what is near a claim, a trace."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from argmap.cli.errors import UserError
from argmap.cli.input import Opened, find_argument, find_claim
from argmap.model.map import ArgumentMap

if TYPE_CHECKING:
    from argmap.graph.trace import Step


class Part(NamedTuple):
    """A part of a map, what it is called, and the claim that it is about, if it is about one."""

    map: ArgumentMap
    title: str
    about: str = ""


def part_meant(
    opened: Opened, what: str | None, trace: str | None, around: str | None, depth: int | None
) -> Part:
    """The part of the map that is asked for a picture.

    Raises :class:`UserError` if there is no such part, or if more than one is named.
    """
    asked = [each for each in (what, trace, around) if each is not None]
    if len(asked) > 1:
        raise UserError("a part of the map, --trace and --around exclude each other")
    if depth is not None and not (trace or around):
        raise UserError("--depth goes with --trace or --around")
    if trace is not None:
        return _traced(opened, find_claim(opened.whole, trace), depth)
    if around is not None:
        return _near(opened, find_claim(opened.whole, around), depth or 1)
    if what is None:
        return Part(opened.map, title_of(opened.whole))
    return _named(opened, what) or _near(opened, find_claim(opened.whole, what), 1)


def part_shown(opened: Opened, what: str | None, depth: int | None) -> Part:
    """The part of the map that is asked to be shown.

    ``depth`` is how many relations in a row are followed from theses, or from the claim that is
    asked for. Raises :class:`UserError` if there is no such part.
    """
    named = Part(opened.map, title_of(opened.whole)) if what is None else _named(opened, what)
    if named is None:
        return _near(opened, find_claim(opened.whole, what or ""), depth or 1)
    if depth is None:
        return named
    from argmap.graph.order import theses
    from argmap.graph.trace import reasons

    steps = reasons(named.map, theses(named.map), depth=depth)
    return named._replace(map=of_steps(named.map, steps))


def title_of(map: ArgumentMap) -> str:
    """The title that a map gives itself, else the name of its file."""
    if map.title != map.name:
        return map.title
    return os.path.splitext(os.path.basename(map.name))[0] or map.name


def _named(opened: Opened, what: str) -> Part | None:
    """A group or an argument, if there is one of that name."""
    from argmap.query.groups import group, with_linked

    found = group(opened.whole, what)
    if found is not None:
        members = [claim for claim in found.claims if claim in opened.map.claims]
        if not members:
            raise UserError(f"no claim of {found.id} is left by --tag and --without", exit_code=1)
        return Part(opened.map.keep(with_linked(opened.map, members)), found.title)
    argument = find_argument(opened.whole, what)
    if argument is not None and argument.relations:
        steps = [opened.whole.relations[step] for step in argument.relations]
        ends = {end for step in steps for end in (*step.premises, step.target)}
        part = opened.whole.keep(ends, set(argument.relations))
        return Part(part, argument.title or argument.id)
    return None


def _near(opened: Opened, claim: str, depth: int) -> Part:
    from argmap.graph.around import around

    map = opened.including(claim)
    part = map.keep(around(map, claim, depth))
    return Part(part, f"Around: {map.claims[claim].words}", claim)


def _traced(opened: Opened, claim: str, depth: int | None) -> Part:
    """All that bears on a claim, and all that it bears on, by the relations that lead there."""
    from argmap.graph.trace import conclusions, reasons

    map = opened.including(claim)
    steps = [*reasons(map, [claim], depth=depth), *conclusions(map, claim, depth=depth)]
    return Part(of_steps(map, steps), f"Trace: {map.claims[claim].words}", claim)


def of_steps(map: ArgumentMap, steps: "Iterable[Step]") -> ArgumentMap:
    """The part that a trace goes through: its claims and relations, with all their premises.

    The steps that a relation is aimed at are in it, without which it would hang loose.
    """
    claims: set[str] = set()
    relations: set[str] = set()
    for step in steps:
        claims.add(step.claim)
        at = step.relation
        while at in map.relations and at not in relations:
            relations.add(at)
            claims.update(map.relations[at].premises)
            at = map.relations[at].target
    return map.keep(claims, relations)
