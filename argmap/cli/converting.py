"""Converting a file: which formats are meant, what is told, and where the text goes."""

import os
import sys
from collections.abc import Iterable

from argmap.cli.errors import UserError, tell
from argmap.cli.input import STDIN, file_of
from argmap.formats import Format, all_formats, named, names
from argmap.model.diagnostic import Diagnostic, failures

STDOUT = "-"


def convert_file(
    given: str, out: str, from_format: str | None, to_format: str | None, *, strict: bool
) -> int:
    """Convert a file; the exit code is 1 if ``strict`` and something would be lost.

    Raises :class:`UserError` if it cannot be converted; then nothing is written.
    """
    from argmap.store.converting import convert
    from argmap.store.files import decode, read_file

    target = _target(out, to_format)
    read_as = format_named(from_format) if from_format else None
    file = file_of(given)
    if (
        out != STDOUT
        and os.path.exists(out)
        and os.path.exists(file)
        and os.path.samefile(out, file)
    ):
        raise UserError(f"{out} is the file to be converted", "name another file to write")
    text = decode(sys.stdin.buffer.read(), STDIN) if file == STDIN else read_file(file)
    conversion = convert(text, file, read_as, target)
    _report(conversion.diagnostics)
    if conversion.written is None or failures(conversion.diagnostics):
        raise UserError(f"{file} is not converted", "mend what is wrong with it first")
    losses = conversion.written.losses
    _report(losses)
    if strict and any(loss.severity != "note" for loss in losses):
        raise UserError(f"{file} is not converted: something would be lost", exit_code=1)
    _write(out, conversion.written.pieces)
    return 0


def format_named(name: str) -> Format:
    """The format of that name; raises :class:`UserError` with the nearest one if there is none."""
    if name in names():
        return named(name)
    from argmap.query.search import nearest_names

    near = nearest_names(name, {each: each for each in names()})
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names())}"
    raise UserError(f"there is no format {name!r}", hint)


def _target(out: str, name: str | None) -> Format:
    """The format to write: the one named, else the one that the suffix of the file says."""
    writable = [format for format in all_formats() if format.write is not None]
    listed = f"maps can be written as {', '.join(format.name for format in writable)}"
    if name:
        format = format_named(name)
        if format.write is None:
            raise UserError(f"maps cannot be written as {name}", listed)
        return format
    fitting = [
        (len(suffix), format)
        for format in writable
        for suffix in format.suffixes
        if out.lower().endswith(suffix)
    ]
    if not fitting:
        what = "--to FORMAT is missing" if out == STDOUT else f"the suffix of {out} says no format"
        raise UserError(what, f"name one with --to; {listed}")
    return max(fitting, key=lambda each: each[0])[1]


def _report(diagnostics: Iterable[Diagnostic]) -> None:
    from argmap.render.report import report

    lines = list(report(diagnostics))
    if lines:
        tell("\n".join(lines))


def _write(out: str, pieces: Iterable[str]) -> None:
    from argmap.store.writing import write_file

    if out == STDOUT:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    else:
        write_file(out, pieces)
