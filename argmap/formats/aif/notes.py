"""What is worth knowing of an AIF graph as a whole; each is said once a file, with a count."""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.formats._json_text import dumped
from argmap.formats.aif.graph import Graph
from argmap.formats.aif.problems import Problems
from argmap.formats.aif.schemes import TYPES


def add_notes(graph: Graph, locutions: Iterable[Any], problems: Problems) -> None:
    """Add the notes on a graph to its problems."""
    types = graph.types
    if not types:
        problems.at("nodes", None, "AF16")
    if not _all_known(types.values()):
        for key, type in types.items():
            if not _all_known([type]):
                graph.report(key, "AF05", type=dumped(type))
    _add_notes_on_locutions(types, locutions, problems)
    _add_notes_on_steps(graph, problems)


def _all_known(types: Iterable[object]) -> bool:
    """Whether these are types that AIF has."""
    try:
        return set(types) <= TYPES
    except TypeError:  # one that is no text
        return False


def _add_notes_on_locutions(
    types: Mapping[str, object], locutions: Iterable[Any], problems: Problems
) -> None:
    gone = without = 0
    for number, locution in enumerate(locutions):
        if not isinstance(locution, dict) or "nodeID" not in locution:
            where = f"item {number + 1} of locutions"
            problems.at("locutions", number, "AF17", where=where)
            continue
        type = types.get(str(locution["nodeID"]))
        gone += type is None
        without += type is not None and type != "L"
    if gone:
        problems.at("locutions", None, "AF14", count=gone)
    if without:
        problems.at("locutions", None, "AF15", count=without)


def _add_notes_on_steps(graph: Graph, problems: Problems) -> None:
    types = graph.types
    several = [key for key, premises in graph.premises.items() if len(premises) > 1]
    linked = [types[key] for key in several].count("CA")
    if linked:
        problems.at("nodes", None, "AF19", count=linked)
    rephrases = [key for key in graph.premises if types[key] == "MA"]
    round = _in_circles(graph, rephrases)
    if round:
        problems.at("nodes", None, "AF18", count=round)
    preferences = list(types.values()).count("PA")
    if preferences:
        problems.at("nodes", None, "AF20", count=preferences)


def _in_circles(graph: Graph, steps: Iterable[str]) -> int:
    """How many of the steps are on a way that leads back to where it began, or between two such.

    Linear: claims that nothing leads to, or that lead to nothing, go until there are none.
    """
    left = set(steps)
    for before, after in (
        (graph.premises, graph.conclusions),
        (graph.conclusions, graph.premises),
    ):
        into: dict[str, int] = {}
        out: dict[str, list[str]] = {}
        for step in left:
            for end in after[step]:
                into[end] = into.get(end, 0) + 1
            for end in before[step]:
                out.setdefault(end, []).append(step)
        pending = {step: len(before[step]) for step in left}
        waiting = [end for end in out if end not in into]
        for end in waiting:  # grows under way
            for step in out.get(end, ()):
                pending[step] -= 1
                if pending[step] == 0:
                    left.discard(step)
                    for other in after[step]:
                        into[other] -= 1
                        if into[other] == 0:
                            waiting.append(other)
    return len(left)
