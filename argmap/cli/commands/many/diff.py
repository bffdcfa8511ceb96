"""What differs between two maps."""

from typing import Annotated

import typer

from argmap.cli.options import FromFormat, MapsEncoding, Output


def run(
    old: Annotated[str, typer.Argument(metavar="A", help="The map before; - is stdin.")],
    new: Annotated[str, typer.Argument(metavar="B", help="The map after.")],
    from_format: FromFormat = None,
    encoding: MapsEncoding = None,
    *,
    output: Output,
) -> int:
    """What differs between two maps: claims and relations that came, went, or changed.

    A claim is the same if it has the same id, else if it has the same words. The
    order of things, where they are written, and their format make no difference.
    The exit code is 1 if the maps differ.

    \b
    Examples:
      argmap diff before.argdown after.argdown
      argmap diff debate.argdown debate.json
      git show HEAD:map.argdown | argmap diff - map.argdown
    """
    from argmap.cli.errors import tell
    from argmap.cli.input import open_map
    from argmap.cli.options import MapChoice
    from argmap.cli.output import answer, answers
    from argmap.graph.differences import differences
    from argmap.render.differences import difference_lines
    from argmap.render.parts import counted

    opened = [open_map(MapChoice([name], from_format, encoding=encoding)) for name in (old, new)]
    before, after = (each.map for each in opened)
    found = differences(before, after)
    answer(
        output,
        "diff",
        lambda: answers().diff_record(before, after, found),
        lambda layout: difference_lines(found, layout),
        items="differences",
        ids=lambda: dict.fromkeys(
            record.id for each in found if (record := each.after or each.before)
        ),
    )
    if found:
        tell(counted(len(found), "difference"))
    return max(each.exit_code for each in opened) or int(bool(found))
