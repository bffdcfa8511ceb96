"""The command line: options in, one question to a lower floor, an answer out."""

import sys
from collections.abc import Sequence
from typing import NoReturn


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit.

    0 answered or clean; 1 the answer is no; 2 usage, unreadable input, or a bug; 130 interrupted.
    """
    import gc

    # A process lives for one answer and makes hardly any cycles: collecting them costs half of
    # the time that it takes to read a large map.
    gc.disable()
    if sys.stdout is None:  # it was closed before we began
        sys.exit(2)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    from argmap.cli.application import application
    from argmap.cli.errors import report_bug

    try:
        application()(args, prog_name="argmap")
    except Exception as error:  # noqa: BLE001  # whatever it is, the user gets a line, not a trace
        sys.exit(report_bug(error))
    sys.exit(0)


def run() -> NoReturn:
    """Run the command line as all that a process does.

    It ends the process without taking the interpreter apart first, which would cost a sixth of
    the time of an answer.
    """
    import os

    code: object = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code if isinstance(code, int) else 0 if code is None else 2)
