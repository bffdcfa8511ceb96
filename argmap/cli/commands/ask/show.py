"""A group, a claim, an argument, or the whole map."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.complete import complete_shown
from argmap.cli.errors import UserError
from argmap.cli.input import Opened, ask_map, find_argument, find_claim, not_vast
from argmap.cli.judging import Labels, labels_if, notes_of, with_verdicts
from argmap.cli.options import Boxes, MapChoice, NodeChoice, Output, Verdicts
from argmap.model.argument import Argument
from argmap.query.groups import Group

if TYPE_CHECKING:
    from argmap.render.lines import Layout, Line


def run(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="WHAT",
            help="A tag or section, a claim, or an argument; everything if left out.",
            autocompletion=complete_shown,
        ),
    ] = None,
    depth: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Follow at most N relations in a row.")
    ] = None,
    verdicts: Verdicts = False,
    boxes: Boxes = False,
    *,
    nodes: NodeChoice,
    choice: MapChoice,
    output: Output,
) -> int:
    """A group, a claim, an argument, or the whole map as an outline.

    Under each claim stands what bears on it. Claims of a group that are set
    against each other are shown as pairs first, side by side where there is
    room. With --arguments, arguments are nodes beside the statements that the
    map's front matter selects, in its groups, and it is shown what follows
    from their premises and conclusions. With --boxes it is drawn: claims in
    boxes, lines with the sign of their kind, sections in frames.

    \b
    Examples:
      argmap show
      argmap show advantages
      argmap show double-edged-sword
      argmap show natanz --boxes
      argmap show --arguments --select all
      argmap show here-to-stay --json | jq '.claims[0].source'
    """
    from argmap.query.groups import group

    if what is None:
        not_vast(choice)
    opened = ask_map(choice, whole=what is None or verdicts or boxes or any(nodes))
    if boxes:
        return _show_boxes(opened, what, depth, nodes, choice, output, verdicts=verdicts)
    if any(nodes):
        from argmap.cli.selecting import show_nodes

        return show_nodes(opened, what, depth, nodes, choice, output)
    labels = labels_if(verdicts, opened)
    if what is None:
        return _show_map(opened, depth, labels, output)
    found = group(opened.whole, what)
    if found is not None:
        return _show_group(opened, found, depth, labels, output)
    argument = find_argument(opened.whole, what)
    if argument is not None:
        return _show_argument(opened, argument, labels, output)
    claim = find_claim(opened.whole, what)
    return _show_claim(opened.about(claim), claim, depth or 1, labels, output)


def _show_boxes(
    opened: Opened,
    what: str | None,
    depth: int | None,
    nodes: NodeChoice,
    choice: MapChoice,
    output: Output,
    *,
    verdicts: bool,
) -> int:
    from argmap.cli.boxing import show_boxes, show_node_boxes

    if any(nodes):
        if depth is not None:
            raise UserError("--depth does not go with --arguments and --boxes")
        show_node_boxes(opened, what, nodes, choice, output)
    else:
        show_boxes(opened, what, depth, labels_if(verdicts, opened), output)
    return opened.exit_code


def _show_map(opened: Opened, depth: int | None, labels: Labels, output: Output) -> int:
    from argmap.cli.output import answer, answers

    map = opened.map

    def lines(layout: "Layout") -> Iterator["Line"]:
        from argmap.graph.order import theses
        from argmap.render.show import maps_lines

        return maps_lines(opened.each(), theses, depth, layout, notes_of(labels))

    answer(
        output,
        "show",
        lambda: with_verdicts(
            answers().show_record(map, opened.whole, "map", "", map.claims, []), labels
        ),
        lines,
        items="claims",
        ids=lambda: map.claims,
    )
    return opened.exit_code


def _show_group(
    opened: Opened, group: Group, depth: int | None, labels: Labels, output: Output
) -> int:
    from argmap.cli.output import answer, answers
    from argmap.graph.pairs import pairs
    from argmap.query.groups import with_linked

    members = tuple(claim for claim in group.claims if claim in opened.map.claims)
    if not members:
        raise UserError(f"no claim of {group.id} is left by --tag and --without", exit_code=1)
    part = opened.map.keep(with_linked(opened.map, members))
    found = pairs(part)

    def lines(layout: "Layout") -> Iterator["Line"]:
        from argmap.graph.order import theses
        from argmap.render.show import group_lines

        shown, notes = group._replace(claims=members), notes_of(labels)
        return group_lines(part, opened.map, shown, theses(part), found, depth, layout, notes)

    answer(
        output,
        "show",
        lambda: with_verdicts(
            answers().show_record(part, opened.whole, "group", group.id, members, found), labels
        ),
        lines,
        items="claims",
        ids=lambda: members,
    )
    return opened.exit_code


def _show_argument(opened: Opened, argument: Argument, labels: Labels, output: Output) -> int:
    from argmap.cli.output import answer, answers
    from argmap.render.show import argument_lines

    whole = opened.whole
    steps = [whole.relations[step] for step in argument.relations]
    members = list(dict.fromkeys(c for step in steps for c in (*step.premises, step.target)))
    part = whole.keep(set(members))
    answer(
        output,
        "show",
        lambda: with_verdicts(
            answers().show_record(part, whole, "argument", argument.id, members, []), labels
        ),
        lambda _: argument_lines(whole, argument, notes_of(labels)),
        items="claims",
        ids=lambda: members,
    )
    return opened.exit_code


def _show_claim(opened: Opened, id: str, depth: int, labels: Labels, output: Output) -> int:
    from argmap.cli.output import answer, answers
    from argmap.graph.trace import conclusions, reasons
    from argmap.render.show import claim_lines

    map = opened.including(id)
    above = list(conclusions(map, id, depth=depth))
    below = list(reasons(map, [id], depth=depth))
    answer(
        output,
        "show",
        lambda: with_verdicts(
            answers().show_record(map.keep({id}), map, "claim", id, [id], []), labels
        ),
        lambda layout: claim_lines(map, map.claims[id], above, below, layout, notes_of(labels)),
        items="claims",
        ids=lambda: [id],
    )
    return opened.exit_code
