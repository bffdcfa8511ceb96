"""Showing a map as nodes: arguments beside statements, selected and grouped."""

from argmap.cli.errors import UserError, tell
from argmap.cli.input import Opened, find_group
from argmap.cli.options import MapChoice, NodeChoice, Output
from argmap.query.groups import Group, with_arguments
from argmap.query.selection.records import NodeMap


def show_nodes(
    opened: Opened,
    what: str | None,
    depth: int | None,
    asked: NodeChoice,
    choice: MapChoice,
    output: Output,
) -> int:
    """Print the nodes of a map or of a group, with what the front matter has wrong on stderr."""
    from argmap.cli.output import answer, answers
    from argmap.query.selection import claims_of
    from argmap.render.nodes import node_lines

    whole = opened.whole
    group = find_group(whole, what) if what is not None else None
    nodes = select_nodes(opened, group, asked, choice)
    kind, id, title = ("group", group.id, group.title) if group else ("map", "", whole.title)
    answer(
        output,
        "show",
        lambda: answers().node_record(whole, kind, id, nodes, claims_of(whole, nodes)),
        lambda layout: node_lines(nodes, title, depth, layout),
        items="nodes",
        ids=lambda: [node.id for node in nodes.nodes],
    )
    return opened.exit_code


def select_nodes(
    opened: Opened, group: Group | None, asked: NodeChoice, choice: MapChoice
) -> NodeMap:
    """The nodes of a map or of a group; what the front matter has wrong is told on stderr.

    Raises :class:`UserError` if nothing is selected.
    """
    from argmap.query.selection import node_map
    from argmap.query.selection.settings import EVERYTHING, view_of
    from argmap.render.report import report

    if not asked.arguments:
        raise UserError("--select and --no-selection go with --arguments")
    view, findings = view_of(opened.whole)
    if findings:
        tell("\n".join(report(findings)))
    if asked.no_selection:
        view = view._replace(selection=EVERYTHING)
    if asked.no_selection or group:
        # A group that is asked for by name is wanted open.
        view = view._replace(grouping=view.grouping._replace(opened=True))
    if asked.select:
        view = view._replace(selection=view.selection._replace(mode=asked.select))
    nodes = node_map(opened.whole, view, _among(opened, group, choice))
    if not nodes.nodes:
        hint = "`--no-selection` leaves nothing out" if not asked.no_selection else ""
        raise UserError("no statement or argument is selected", hint, exit_code=1)
    return nodes


def _among(opened: Opened, group: Group | None, choice: MapChoice) -> set[str] | None:
    """The claims and arguments of the groups that are asked for, and the steps to such claims.

    ``None`` for everything.
    """
    from argmap.graph.ends import Ends

    map = opened.whole
    kept = [find_group(map, name) for name in choice.tag or ()]
    left_out = [find_group(map, name) for name in choice.without or ()]
    if not (kept or left_out or group):
        return None
    among = {*map.claims, *map.arguments}
    if kept:
        among &= set().union(*(with_arguments(map, each) for each in kept))
    if group:
        among &= with_arguments(map, group)
    among.difference_update(*(with_arguments(map, each) for each in left_out))
    ends = Ends(map)
    return among | {r.id for r in map.relations.values() if ends.of(r)[0] in among}
