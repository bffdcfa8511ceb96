"""The canonical layout of Argdown files."""

from typing import Annotated

import typer

from argmap.cli.options import Output

Encoding = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The encoding of the files, which stays theirs; what is printed is UTF-8.",
    ),
]


def run(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES...", help="Argdown files, folders of them, or - for standard input."
        ),
    ] = None,
    in_place: Annotated[
        bool,
        typer.Option("-i", "--in-place", "-w", "--write", help="Write the files anew."),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only name the files that would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Only show what would change.")] = False,
    encoding: Encoding = None,
    *,
    output: Output,
) -> int:
    """The canonical layout of Argdown files.

    Blanks, empty lines and the form of inferences change; every word, comment
    and symbol stays, and the lines that a text is broken into, and what the map
    says. A file with errors is left as it is. Without options the formatted
    text is printed.

    The exit code is 1 if --check or --diff find something to change, and 2 if a
    file cannot be formatted.

    \b
    Examples:
      argmap fmt my-map.argdown
      argmap fmt -i my-map.argdown
      argmap fmt --check maps/
      argmap fmt --diff maps/*.argdown
    """
    from argmap.cli import formatting
    from argmap.cli.errors import UserError
    from argmap.cli.output import answer

    wish = formatting.Wish(in_place, check, diff)
    if wish.in_place and wish.looking:
        raise UserError("--in-place excludes --check and --diff", "leave one of them out")
    several = output.json or output.ndjson or output.ids
    asked = formatting.files_asked(files or [], wish, several=several)
    done = formatting.all_formatted(asked, encoding, in_place=in_place)
    answer(
        output,
        "fmt",
        lambda: {"files": [formatting.record(each, wish) for each in done]},
        lambda layout: formatting.shown(done, wish, layout),
        items="files",
        ids=lambda: [each.file for each in done if each.changed],
        exact=lambda: formatting.exactly(done, wish),
    )
    formatting.tell_of(done, wish)
    if any(each.problems for each in done):
        return 2
    return int(wish.looking and any(each.changed for each in done))
