"""What is wrong with a map."""

from typing import Annotated, Literal

import typer

from argmap.cli.options import MapChoice, Output, Rules


def run(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILES...", help="Maps, folders and patterns, instead of the map of -m."
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Verify every anchor against this source text."),
    ] = None,
    format: Annotated[
        Literal["text", "concise", "json", "github", "sarif"],
        typer.Option(metavar="FORMAT", help="text, concise, json, github or sarif."),
    ] = "text",
    output_file: Annotated[
        str | None,
        typer.Option("-o", "--output-file", metavar="FILE", help="Write them to a file."),
    ] = None,
    *,
    rules: Rules,
    choice: MapChoice,
    output: Output,
) -> int:
    """What is wrong with a map: how it is written, how it is argued, where it is anchored.

    The exit code is 0 if nothing but notes is found, 1 if something is, and 2
    if a file cannot be read. `argmap explain CODE` tells what a finding means.

    \b
    Examples:
      argmap check my-map.argdown
      argmap check --source article.txt -m my-map.argdown
      argmap check maps/ --ignore RE02,AD11
      argmap check --format sarif -o findings.sarif 'maps/**/*.argdown'
      argmap check --json maps/*.argdown | jq '.findings[].code'
    """
    from argmap.cli.checking import check_maps
    from argmap.cli.findings import expanded, print_findings, tell_of
    from argmap.cli.input import maps_asked
    from argmap.cli.output import sent_to

    names = files or maps_asked(choice.map)
    checked = check_maps(expanded(names) if names else [None], choice, rules, source)
    with sent_to(output_file):
        print_findings(checked, output, format)
    tell_of(checked)
    return checked.exit_code
