"""What is wrong with a map."""

from typing import Annotated, Literal

import typer

from argmap.cli.options import MapChoice, Output


def run(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILES...", help="Maps to check, instead of the one of -m."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Verify every anchor against this source text."),
    ] = None,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", help="The same as --json, spelt out.")
    ] = "text",
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """What is wrong with a map: how it is written, how it is argued, where it is anchored.

    The exit code is 0 if nothing but notes is found, 1 if something is, and 2
    if a file cannot be read.

    \b
    Examples:
      argmap check my-map.argdown
      argmap check --source article.txt -m my-map.argdown
      argmap check --json maps/*.argdown | jq '.findings[].code'
    """
    from argmap.cli.checking import check_maps
    from argmap.cli.errors import tell
    from argmap.cli.output import answer, answers
    from argmap.render.report import report_lines, summary

    checked = check_maps(files or [choice.map], choice, source)
    found = checked.findings
    answer(
        output._replace(json=output.json or format == "json"),
        "check",
        lambda: answers().check_record(checked.files, found, checked.anchored, checked.uncovered),
        lambda layout: report_lines(found, layout, checked.files),
        items="findings",
        ids=lambda: dict.fromkeys(claim for finding in found for claim in finding.claims),
    )
    if found:
        tell(f"found {summary(found)}")
    if checked.anchored is not None:
        left = len(checked.uncovered or ())
        rest = f"; {left} of its sentences are in no claim" if left else ""
        lost = {claim for each in found if each.code[:2] == "AN" and each.severity != "note"
                for claim in each.claims}  # fmt: skip
        held = f"{checked.anchored - len(lost)} of {checked.anchored} anchors hold"
        tell(f"{held} in the source{rest}")
    return checked.exit_code
