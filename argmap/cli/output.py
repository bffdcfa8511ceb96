"""Printing an answer: as text, drawn or plain, as JSON, or as ids."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any

from argmap.cli.errors import UserError
from argmap.cli.options import Output
from argmap.model.diagnostic import Diagnostic
from argmap.render.lines import Layout, Line, visible, width_of


def answers() -> ModuleType:
    """The makers of JSON documents, loaded where a document is asked for and not otherwise."""
    from argmap.contract import answers as module

    return module


def evaluated() -> ModuleType:
    """The makers of JSON documents about verdicts, loaded like those of the others."""
    from argmap.contract import evaluated as module

    return module


def answer(
    output: Output,
    name: str,
    record: Callable[[], dict[str, Any]],
    lines: Callable[[Layout], Iterable[Line]],
    *,
    items: str,
    ids: Callable[[], Iterable[str]],
    exact: Callable[[], str] | None = None,
) -> None:
    """Print an answer in the way that is asked for; only that way is worked out.

    ``record`` makes the document ``argmap/<name>/1``, ``items`` names its array that ``--ndjson``
    prints line by line, ``ids`` are what ``--ids`` prints; ``exact`` is a text that is printed to
    the last character, instead of lines, where it goes into a file or another program.
    """
    if output.json + output.ndjson + output.ids > 1:
        raise UserError("--json, --ndjson and --ids exclude each other", "choose one of them")
    if output.json or output.ndjson:
        document = record()
        if output.json:
            print_json({"schema": f"argmap/{name}/1", **document})
        else:
            from argmap.formats._json_text import dumped

            print_text("".join(dumped(item) + "\n" for item in document[items]))
    elif output.ids:
        print_text("".join(f"{visible(id)}\n" for id in ids()))
    else:
        print_lines(output, lines, exact)


def print_lines(
    output: Output,
    lines: Callable[[Layout], Iterable[Line]],
    exact: Callable[[], str] | None = None,
    *,
    wide: bool = False,
) -> None:
    """Print lines: drawn, wrapped and paged for a terminal, otherwise as they are, or exactly.

    Those that may be too ``wide`` for a terminal go to the pager then, where they are cut off and
    can be scrolled sideways.
    """
    terminal = sys.stdout.isatty()
    colour = _wants_colour(output.color, terminal=terminal)
    if exact is not None and not (terminal or colour):
        sys.stdout.flush()
        sys.stdout.buffer.write(exact().encode())
        sys.stdout.buffer.flush()
        return
    layout = Layout(
        width=_width() if terminal else None,
        drawn=terminal or colour,
        ascii=not _can_print("├╰┏−⊘…"),
    )
    said = list(lines(layout))
    if colour:
        from argmap.render.styled import styled

        text = styled(said)
    else:
        from argmap.render.lines import plain

        text = "".join(f"{line}\n" for line in plain(said))
    cut = wide and terminal and max(map(width_of, said), default=0) > _width()
    if not (terminal and output.pager and _paged(text, cut=cut)):
        print_text(text)


def tell_diagnostics(
    diagnostics: Iterable[Diagnostic],
    texts: Callable[[], Mapping[str, str]],
    *,
    concise: bool = False,
) -> None:
    """Tell on standard error what is wrong; on a terminal with the lines of ``texts`` shown.

    Concise is one line for each.
    """
    from argmap.render.lines import plain
    from argmap.render.report import report_lines

    terminal = sys.stderr.isatty()
    layout = Layout(_width(), drawn=True) if terminal else Layout()
    shown = texts() if terminal and not concise else {}
    lines = plain(report_lines(diagnostics, layout, shown, concise=concise))
    print("\n".join(lines), file=sys.stderr)


def print_json(document: dict[str, Any]) -> None:
    """Print a JSON document: indented on a terminal, on one line elsewhere."""
    from argmap.formats._json_text import dumped

    print_text(dumped(document, 2 if sys.stdout.isatty() else None) + "\n")


def print_text(text: str) -> None:
    """Print a text as it is; it must hold nothing that could upset a terminal."""
    sys.stdout.write(text)
    sys.stdout.flush()


@contextmanager
def sent_to(path: str | None) -> Iterator[None]:
    """Whatever is printed meanwhile goes to a file, if there is one: all of it or nothing.

    Raises :class:`UserError` if it cannot be written.
    """
    if path is None:
        yield
        return
    from contextlib import redirect_stdout
    from io import StringIO

    from argmap.store.writing import write_file

    kept = StringIO()
    with redirect_stdout(kept):
        yield
    try:
        write_file(path, [kept.getvalue()])
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UserError(f"cannot write {path}: {why}") from None


def _wants_colour(asked: str, *, terminal: bool) -> bool:
    """What ``--color`` says, then what the environment says, then whether this is a terminal."""
    if asked != "auto":
        return asked == "always"
    environment = os.environ
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return terminal and environment.get("TERM") != "dumb" and environment.get("CLICOLOR") != "0"


def _width() -> int:
    import shutil

    return max(40, shutil.get_terminal_size((80, 24)).columns)


def _can_print(glyphs: str) -> bool:
    try:
        glyphs.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _paged(text: str, *, cut: bool) -> bool:
    """Show the text in the user's pager if it is longer than the screen; whether it was.

    So is one whose lines are to be cut at the edge of it.
    """
    import shutil

    if not cut and text.count("\n") < shutil.get_terminal_size((80, 24)).lines:
        return False
    pager = os.environ.get("ARGMAP_PAGER", os.environ.get("PAGER", "less"))
    if pager in {"", "cat"}:
        return False
    import shlex
    import subprocess

    command = shlex.split(pager)
    if shutil.which(command[0]) is None:
        return False
    # As git does: leave short texts on the screen, and pass colours on.
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    if cut:
        environment["LESS"] += " -S -+F"
    process = subprocess.Popen(  # noqa: S603  # the user's own pager
        command, stdin=subprocess.PIPE, env=environment, text=True, encoding=sys.stdout.encoding,
        errors="backslashreplace",
    )  # fmt: skip
    try:
        process.communicate(text)
    except (BrokenPipeError, KeyboardInterrupt):
        process.wait()
    return True
