"""What can be a node, claim or argument: what is known of the one as of the other."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from argmap.graph.anatomy import Anatomy
from argmap.graph.ends import Ends
from argmap.model.claim import NO_DATA
from argmap.model.map import ArgumentMap


class Element(NamedTuple):
    """A claim or an argument.

    ``first`` if it is written at the left of its file, so that it hangs from nothing.
    """

    id: str
    type: Literal["statement", "argument"]
    title: str
    text: str
    tags: tuple[str, ...]
    section: str | None
    data: Mapping[str, object] = NO_DATA
    first: bool = False


def elements(map: ArgumentMap, anatomy: Anatomy) -> list[Element]:
    """Every claim, then every argument.

    A step that is an argument of its own has the tags and the section of what it leads to.
    """
    left = _left(map)
    found = []
    for id in anatomy.claims:
        span = map.claims[id].span
        first = span is not None and span.column == left.get(span.file)
        found.append(_claim(map, id, "statement")._replace(first=first))
    ends = Ends(map)
    for id in anatomy.arguments:
        argument = map.arguments.get(id)
        if argument is None:
            relation = map.relations[id]
            claim = map.claims[ends.of(relation)[0]]
            title = relation.label or relation.scheme
            found.append(Element(id, "argument", title, "", claim.tags, claim.section))
        elif argument.gist is not None:
            found.append(_claim(map, argument.gist, "argument")._replace(id=id))
        else:
            found.append(
                Element(id, "argument", argument.title, argument.text, argument.tags,
                        argument.section, argument.data)
            )  # fmt: skip
    return found


def _claim(map: ArgumentMap, id: str, type: Literal["statement", "argument"]) -> Element:
    claim = map.claims[id]
    return Element(id, type, claim.title, claim.text, claim.tags, claim.section, claim.data)


def _left(map: ArgumentMap) -> dict[str, int]:
    """For each file the column that all is written from: it may be indented as a whole.

    There is none where only statements of arguments are found there, behind their numbers.
    """
    listed = {claim for argument in map.arguments.values() for claim in argument.statements}
    numbered = [(claim.span, claim.id in listed) for claim in map.claims.values()]
    numbered += ((argument.span, not argument.title) for argument in map.arguments.values())
    numbered += ((section.span, False) for section in map.sections.values())
    left: dict[str, tuple[int, bool]] = {}
    for span, is_numbered in numbered:
        if span is not None:
            here = (span.column, is_numbered)
            left[span.file] = min(here, left.get(span.file, here))
    return {file: column for file, (column, is_numbered) in left.items() if not is_numbered}
