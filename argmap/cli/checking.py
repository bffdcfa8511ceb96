"""Checking maps: reading them, running the checks, and verifying their anchors."""

from collections.abc import Sequence
from typing import NamedTuple

from argmap.cli.errors import UserError
from argmap.cli.input import file_of, part_of, read_map
from argmap.cli.options import MapChoice
from argmap.model.diagnostic import Diagnostic, failures
from argmap.sources.passages import SourceText


class Checked(NamedTuple):
    """What was checked and found; ``uncovered`` are places of the source in no claim."""

    files: list[str]
    findings: list[Diagnostic]
    exit_code: int
    anchored: int | None
    uncovered: list[str] | None


def check_maps(names: Sequence[str | None], choice: MapChoice, source: str | None) -> Checked:
    """The findings of each map, in order, and the exit code they come to.

    Errors of reading make it 2, other errors and warnings 1, notes nothing.
    """
    from argmap import checks
    from argmap.sources.verifying import uncovered, verify

    text = open_source(source) if source else None
    files: list[str] = []
    findings: list[Diagnostic] = []
    unreadable = False
    anchored = 0
    left: list[str] = []
    for name in names:
        try:
            reading = read_map(name, choice.from_format)
        except UserError as error:
            findings.append(Diagnostic("IN01", "error", str(error), None, " ".join(error.hints)))
            unreadable = True
            continue
        files.append(file_of(name))
        unreadable |= bool(failures(reading.diagnostics))
        found = list(reading.diagnostics)
        if not reading.map.claims:
            if not failures(reading.diagnostics):
                raise UserError(f"the map {reading.map.name!r} is empty: it has no claims")
            findings += found
            continue
        map = reading.map
        found += checks.run(map)
        if text is not None:
            found += verify(map, text)
            anchored += sum(claim.source is not None for claim in map.claims.values())
            left += [passage.place for passage in uncovered(map, text)]
        asked = part_of(map, choice).claims
        about = (each for each in found if not each.claims or asked.keys() & each.claims)
        findings += sorted(about, key=checks.place)
    wrong = any(finding.severity != "note" for finding in findings)
    return Checked(
        files,
        findings,
        2 if unreadable else int(wrong),
        None if text is None else anchored,
        None if text is None else left,
    )


def open_source(path: str) -> SourceText:
    """The source text of a file or standard input.

    Raises :class:`UserError` if it cannot be read.
    """
    import sys

    from argmap.store.files import decode, read_file

    read = decode(sys.stdin.buffer.read(), "<stdin>") if path == "-" else read_file(path)
    if read.problem is not None:
        raise UserError(str(read.problem), read.problem.hint)
    return SourceText(read.text, path)
