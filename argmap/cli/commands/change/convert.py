"""Maps in another format."""

from typing import Annotated, Any

import typer

from argmap.cli.complete import complete_formats


def _format(flag: str, help: str) -> Any:  # noqa: ANN401  # Typer keeps its type to itself
    return typer.Option(flag, metavar="FORMAT", help=help, autocompletion=complete_formats)


def run(
    given: Annotated[
        list[str],
        typer.Argument(metavar="IN... [OUT]", help="Maps, folders or patterns; - is stdin."),
    ],
    out: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="OUT", help="The file or folder to write."),
    ] = None,
    from_format: Annotated[
        str | None,
        _format("--from", "The format of IN, instead of finding it out."),
    ] = None,
    to_format: Annotated[
        str | None,
        _format("--to", "The format of OUT; else its suffix says it."),
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

    What the other format cannot express is told, with the ids of what is lost. A
    map that has errors is not written. Of several maps each becomes a file of the
    folder OUT; a failure does not stop the others.

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

    asked = plan(given, out, from_format)
    wish = Wish(
        target_of(asked.out, to_format),
        readable(from_format) if from_format else None,
        known_encoding(encoding),
        strict,
    )
    return report(asked, wish, converted(asked, wish), json=json)
