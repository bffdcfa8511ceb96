"""Issue schemes: patterns of statements that are positions of one issue.

A scheme like ``[buy(O1), ..., buy(On)]`` makes one issue of all statements that only differ in the
variables that end in a digit. Any other scheme makes an issue of each statement that is like its
first pattern and those that are then like the others.
"""

from collections.abc import Iterator, Mapping, Sequence

from argmap.semantics.carneades import riding
from argmap.semantics.carneades.terms import Term, is_bound, match, parsed, shape, substituted
from argmap.semantics.carneades.verdict import NotDone

_AND_SO_ON = "..."
_FEWEST = 2


def positions_of(
    data: Mapping[str, object], statements: Mapping[Term, int], not_done: list[NotDone]
) -> Iterator[tuple[str, list[int]]]:
    """The name of each scheme with statements that are positions of one issue by it.

    Linear in the statements for each pattern, but that a pattern with variables that the first one
    does not have is compared with all statements for each statement that is like the first.
    """
    for name, said in riding.mapping(riding.part(data, "issue_schemes")).items():
        words = riding.words(said)
        enumerates = len(words) > 1 and words[1] == _AND_SO_ON
        patterns = [parsed(word) for word in (words[:1] if enumerates else words)]
        known = [pattern for pattern in patterns if pattern is not None]
        if not known or len(known) < len(patterns) or len(words) < _FEWEST:
            why = "is not made of two patterns or more; no issue is made by it"
            not_done.append(NotDone("issue scheme", str(name), why))
            continue
        found = _enumerated(known[0], statements) if enumerates else _joined(known, statements)
        for positions in found:
            if len(positions) >= _FEWEST:
                yield str(name), positions


def _enumerated(pattern: Term, statements: Mapping[Term, int]) -> Iterator[list[int]]:
    groups: dict[tuple[Term, ...], list[int]] = {}
    for term, number in statements.items():
        bound = match(pattern, term, {})
        if bound is not None:
            shared = tuple(bound[name] for name in sorted(bound) if not name[-1].isdigit())
            groups.setdefault(shared, []).append(number)
    yield from groups.values()


def _joined(patterns: Sequence[Term], statements: Mapping[Term, int]) -> Iterator[list[int]]:
    shaped: dict[tuple[str, int], list[Term]] = {}
    for term in statements:
        shaped.setdefault(shape(term), []).append(term)
    for term, number in statements.items():
        bound = match(patterns[0], term, {})
        if bound is None:
            continue
        positions = [number]
        for pattern in patterns[1:]:
            wanted = substituted(pattern, bound)
            if is_bound(pattern, bound):
                alike = [wanted] if wanted in statements else []
            else:
                near = statements if isinstance(wanted, str) else shaped.get(shape(wanted), ())
                alike = [other for other in near if match(pattern, other, bound) is not None]
            positions += (statements[other] for other in alike)
        yield list(dict.fromkeys(positions))
