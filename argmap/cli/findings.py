"""Printing what a check has found, in the format that is asked for."""

from collections.abc import Sequence

from argmap.cli.checking import Checked
from argmap.cli.errors import UserError, tell
from argmap.cli.options import Output


def expanded(names: Sequence[str]) -> list[str]:
    """The files that names of files, folders and patterns stand for.

    Raises :class:`UserError` if there are none.
    """
    from argmap.store.collections import readable_suffixes
    from argmap.store.folders import expand

    found = expand(names, readable_suffixes())
    if not found:
        hint = "`argmap list formats` shows what files of maps end with"
        raise UserError(f"there are no maps in {', '.join(names)}", hint)
    return found


def print_findings(checked: Checked, output: Output, format: str) -> None:
    """Print the findings; a format that machines read excludes the ways of other answers."""
    from argmap.cli.output import answer, answers, print_json, print_text
    from argmap.render.report import report_lines

    found = checked.findings
    if format in {"github", "sarif"} and (output.json or output.ndjson or output.ids):
        message = f"--format {format} excludes --json, --ndjson and --ids"
        raise UserError(message, "choose one of them")
    if format == "github":
        from argmap.render.github import github_lines

        print_text("".join(f"{line}\n" for line in github_lines(found)))
    elif format == "sarif":
        from argmap.render.sarif import sarif_document

        print_json(sarif_document(found, checked.texts, checked.exit_code))
    else:
        answer(
            output._replace(json=output.json or format == "json"),
            "check",
            lambda: answers().check_record(
                checked.files, found, checked.anchored, checked.uncovered, checked.ignored
            ),
            lambda layout: report_lines(found, layout, checked.texts, concise=format == "concise"),
            items="findings",
            ids=lambda: dict.fromkeys(claim for finding in found for claim in finding.claims),
        )


def tell_of(checked: Checked) -> None:
    """Sum up on standard error; a single map of which nothing is to be said is passed over."""
    from argmap.render.report import summary

    found = f"found {summary(checked.findings)}" if checked.findings else ""
    total = len(checked.files) + checked.unopened
    if total > 1:
        found = f"checked {total} files: {found or 'nothing found'}"
    if found:
        tell(found)
    if checked.hidden:
        what = (
            "1 error of reading is"
            if checked.hidden == 1
            else f"{checked.hidden} errors of reading are"
        )
        tell(f"{what} not shown; the exit code is 2 all the same")
    if checked.anchored is not None:
        left = len(checked.uncovered or ())
        rest = f"; {left} of its sentences are in no claim" if left else ""
        tell(f"{checked.held} of {checked.anchored} anchors hold in the source{rest}")
