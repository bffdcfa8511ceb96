"""From the options of an evaluation to its verdicts."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.cli.errors import UserError, tell
from argmap.cli.input import Opened, find_claim
from argmap.cli.options import Judging, Semantics
from argmap.model.map import ArgumentMap
from argmap.semantics.label import Label

if TYPE_CHECKING:
    from argmap.semantics.comparing import Comparison
    from argmap.semantics.evaluation import Policies
    from argmap.semantics.judgement import Judgement, Wanted

T = TypeVar("T")
Labels = Mapping[str, Label]
_LEAVE_OUT = "leave one of them out"


def policies_of(judging: Judging, map: ArgumentMap) -> "Policies":
    """The policies that are asked for.

    Raises :class:`UserError` if they name nothing in the map.
    """
    from argmap.semantics.evaluation import Policies
    from argmap.semantics.reasoning import WhatIf

    assumed = [find_claim(map, words) for words in judging.assume or ()]
    withdrawn = [withdrawable(map, words) for words in judging.withdraw or ()]
    both = [claim for claim in assumed if claim in withdrawn]
    if both:
        raise UserError(f"{both[0]} cannot be assumed and withdrawn at once", "choose one of them")
    return Policies(judging.ties, judging.loops, WhatIf(assumed, withdrawn))


def withdrawable(map: ArgumentMap, words: str) -> str:
    """The id of the relation, or of the claim, that the words name.

    Raises :class:`UserError` as `find_claim` does; if nothing is like them it says which relations
    are called nearly so.
    """
    if words in map.relations:
        return words
    try:
        return find_claim(map, words)
    except UserError as error:
        if error.exit_code != 1:
            raise
        from argmap.query.search import nearest_names

        near = nearest_names(words, map.relations)
        alike = f"relations are called {', '.join(near)}" if near else ""
        listed = "`argmap list relations` shows all relations" if map.relations else ""
        message = f"no claim and no relation is like {words!r}"
        raise UserError(message, *error.hints, alike, listed, exit_code=1) from None


def wanted_of(
    judging: Judging, asked: Semantics, map: ArgumentMap, *, compare: bool = False
) -> "Wanted":
    """The semantics that is asked for, or with ``compare`` what is asked of all of them.

    Raises :class:`UserError` if there is none of that name, or for options that do not go with it.
    """
    from argmap.semantics.frameworks.deadline import NEVER, Deadline
    from argmap.semantics.judgement import CARNEADES, GROUNDED, Wanted, strength_names

    name = _semantics_of(asked)
    gradual = name in strength_names()
    if compare and name != GROUNDED:
        raise UserError(f"--compare asks all semantics, and not {name} alone", _LEAVE_OUT)
    if (asked.weight or asked.linked != "weakest") and not (gradual or compare):
        raise UserError("--weight and --linked go with strengths", "add --strength")
    policies = policies_of(judging, map)
    plain = judging.ties == "undecided" and judging.loops == "out"
    if name == CARNEADES and not (plain and not any(policies.what_if)):
        raise UserError(
            "--ties, --loops, --assume and --withdraw do not go with carneades", _LEAVE_OUT
        )
    if gradual and not plain:
        raise UserError("--ties and --loops are about labels, and not strengths", _LEAVE_OUT)
    weights = dict(_weight(map, words) for words in asked.weight or ())
    deadline = NEVER if asked.timeout is None else Deadline.after(asked.timeout)
    return Wanted(name, policies, deadline=deadline, linked=asked.linked, weights=weights)


def _semantics_of(asked: Semantics) -> str:
    """The name of the semantics that is asked for; raises :class:`UserError` if there is none."""
    from argmap.semantics.judgement import CARNEADES, names

    name = asked.semantics
    if asked.carneades + asked.strength + (name != "grounded") > 1:
        raise UserError("--semantics, --carneades and --strength exclude each other", _LEAVE_OUT)
    name = CARNEADES if asked.carneades else "quadratic-energy" if asked.strength else name
    if name not in names():
        from argmap.query.search import nearest_names

        near = nearest_names(name, names())
        raise UserError(
            f"there is no semantics {name!r}",
            f"did you mean {near[0]}?" if near else f"there are {', '.join(names())}",
        )
    return name


def _weight(map: ArgumentMap, words: str) -> tuple[str, float]:
    """The claim or relation and the weight that CLAIM=NUMBER names."""
    name, equals, number = words.rpartition("=")
    try:
        weight = float(number)
    except ValueError:
        weight = -1.0
    if not equals or not 0 <= weight <= 1:
        raise UserError(f"--weight {words!r} is no CLAIM=NUMBER", "the number is from 0 to 1")
    return withdrawable(map, name), weight


def with_solver(ask: Callable[[], T]) -> T:
    """The answer; raises :class:`UserError` if it needs a solver that is not installed."""
    from argmap.semantics.frameworks.solver import SolverMissing

    try:
        return ask()
    except SolverMissing:
        raise UserError(
            "this needs the SAT solver python-sat, which is not installed",
            "pip install 'argmap[solve]'",
        ) from None


def judged(opened: Opened, wanted: "Wanted", claims: Sequence[str]) -> "Judgement":
    """What the claims come to, each in its map; tells what has to be known to understand it."""
    from argmap.semantics.judgement import judge

    if opened.parts:
        from argmap.cli.judging_many import judge_parts

        found = with_solver(lambda: judge_parts(opened.asked(), wanted, claims))
    else:
        found = with_solver(lambda: judge(opened.map, wanted, claims))
    for remark in found.remarks:
        tell(remark)
    return found


def all_labellings(
    opened: Opened, wanted: "Wanted", limit: int
) -> tuple[list[dict[str, Label]], str]:
    """The first labellings of a semantics, and what has to be said about their number."""
    from argmap.semantics.frameworks import names
    from argmap.semantics.frameworks.deadline import OutOfTimeError
    from argmap.semantics.labellings import Search

    if wanted.semantics not in names():
        raise UserError(f"{wanted.semantics} has one answer, and no labellings to choose from")
    if len(opened.each()) > 1:
        raise UserError("--all tells the labellings of one map", "name it with -m or --tag")
    (map,) = opened.each()
    search = Search(map, wanted.semantics, wanted.policies, wanted.deadline)
    found: list[dict[str, Label]] = []

    def collect() -> str:
        try:
            for labelling in search.all():
                if len(found) == limit:
                    return f"there are more; --limit {2 * limit} shows more of them"
                found.append(search.named(labelling))
        except OutOfTimeError:
            return "not all labellings were found in time"
        return "" if found else f"no {wanted.semantics} labelling exists"

    return found, with_solver(collect)


def compared(opened: Opened, wanted: "Wanted", claims: Sequence[str]) -> "Comparison":
    """Where the semantics disagree about the claims."""
    from argmap.semantics.comparing import compare

    if opened.parts:
        from argmap.cli.judging_many import compare_parts

        return with_solver(lambda: compare_parts(opened.asked(), wanted, claims))
    return with_solver(lambda: compare(opened.map, wanted, claims))


def labels_if(wanted: bool, opened: Opened) -> Labels:
    """The grounded labels of the claims if they are wanted, else none."""
    if not wanted:
        return {}
    from argmap.semantics.evaluation import evaluate

    labels: dict[str, Label] = {}
    for map in opened.each():
        labels |= evaluate(map).verdicts.claims
    return labels


def strengths_if(wanted: bool, opened: Opened) -> Mapping[str, float | None]:
    """The strengths of the claims by quadratic energy if they are wanted, else none."""
    if not wanted:
        return {}
    from argmap.semantics.judgement import Wanted

    return judged(opened, Wanted("quadratic-energy"), list(opened.map.claims)).strengths


def notes_of(labels: Labels) -> dict[str, str]:
    """What to put after each claim in an outline."""
    if not labels:
        return {}
    from argmap.render.verdicts import verdict_notes

    return verdict_notes(labels)


def with_verdicts(record: dict[str, Any], labels: Labels) -> dict[str, Any]:
    """A document with the verdicts of the claims in it, if there are any."""
    if not labels:
        return record
    claims = (claim["id"] for claim in record["claims"])
    judged = [{"claim": id, "label": labels[id]} for id in claims if id in labels]
    return {**record, "verdicts": judged}
