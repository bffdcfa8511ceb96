"""Each setting of selection and grouping: adding a file to ``cases`` with a ``.txt`` adds a test.

The ``.txt`` lists the nodes, edges and groups that the map is shown as, in the short form of
:func:`listed`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.query.selection import node_map
from argmap.query.selection.settings import EVERYTHING, view_of

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.argdown"))
BRACKETS = {"statement": ("[", "]"), "argument": ("<", ">"), "group": ("(", ")")}


def listed(text: str) -> Iterator[str]:
    """A line for each group, node, edge and diagnostic."""
    map = read(Source(text, "case.argdown")).map
    view, findings = view_of(map)
    nodes = node_map(map, view)
    for group in nodes.groups:
        parts = [f"{'#' * group.level} {group.id} ({group.title})", " ".join(group.tags)]
        yield " | ".join(filter(None, (*parts, f"in {group.parent}" if group.parent else "")))
    for node in nodes.nodes:
        left, right = BRACKETS[node.type]
        parts = [f"{left}{node.id}{right} {node.title}".rstrip(), node.text, " ".join(node.tags)]
        parts += [f"in {node.group}"] if node.group else []
        parts += [f"holds {' '.join(node.holds)}"] if node.holds else []
        yield " | ".join(filter(None, parts))
    for edge in nodes.edges:
        about = f"{edge.source} {edge.kind} {edge.target}"
        follows = "follows" if edge.derived else ""
        via = f"via {' '.join(edge.via)}" if edge.via else ""
        yield " | ".join(filter(None, (about, " ".join(edge.relations), via, follows)))
    for finding in findings:
        yield f"! {finding}"


@pytest.mark.parametrize("name", NAMES)
def test_the_map_is_shown_as_listed(name: str) -> None:
    text = (CASES / f"{name}.argdown").read_text(encoding="utf-8")
    expected = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert list(listed(text)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_without_selection_every_claim_and_argument_is_a_node(name: str) -> None:
    text = (CASES / f"{name}.argdown").read_text(encoding="utf-8")
    map = read(Source(text, "case.argdown")).map
    view = view_of(map)[0]
    view = view._replace(selection=EVERYTHING, grouping=view.grouping._replace(opened=True))
    assert {node.id for node in node_map(map, view).nodes} == {*map.claims, *map.arguments}
