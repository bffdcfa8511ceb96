"""Maps in another format."""

from typing import Annotated

import typer

from argmap.cli.complete import complete_formats


def run(
    given: Annotated[
        list[str],
        typer.Argument(metavar="IN... [OUT]", help="Maps, folders or patterns; - is stdin."),
    ],
    out: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="OUT", help="The file or the folder to write."),
    ] = None,
    from_format: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="The format of IN, instead of finding it out.",
            autocompletion=complete_formats,
        ),
    ] = None,
    to_format: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="The format of OUT; else its suffix says it.",
            autocompletion=complete_formats,
        ),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The encoding of IN, if it is not UTF-8.")
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing if anything would be lost.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print what was done and lost as one JSON document.")
    ] = False,
) -> int:
    """Maps in another format.

    What the other format cannot express is told on standard error, with the ids
    of what is lost. A map that cannot be read without an error is not written,
    and a file is only replaced when all of the new one is there. Of several maps
    each becomes a file of the folder OUT; a failure does not stop the others.

    \b
    Examples:
      argmap convert debate.argdown --to argdown-json
      argmap convert debate.argdown debate.json
      argmap convert export.json debate.argdown --strict
      argmap convert corpus/ -o maps/ --to argdown
      curl -s https://example.org/map.json | argmap convert - --to argdown
    """
    from argmap.cli.converting import Wish, converted, plan, report, target_of
    from argmap.cli.input import known_encoding, readable

    asked = plan(given, out)
    wish = Wish(
        target_of(asked.out, to_format),
        readable(from_format) if from_format else None,
        known_encoding(encoding),
        strict,
    )
    return report(asked, wish, converted(asked, wish), json=json)
