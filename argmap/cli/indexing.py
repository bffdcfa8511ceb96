"""Making an index: which one, how far it is, and what came of it."""

import os
import sys
import time
from collections.abc import Sequence

from argmap.cli.errors import UserError, tell
from argmap.cli.input import encodings_of, known_format
from argmap.cli.output import answers, print_json, print_text, tell_diagnostics
from argmap.store.index.building import Built

_SOON = 1.0
"""Seconds after which it is told how far the work is."""
_OFTEN = 0.2
_MOST = 20
"""So many diagnostics are told; `argmap check` tells all."""


def print_schema() -> int:
    """Print the tables of an index as SQL."""
    from argmap.store.index.schema import schema

    print_text(schema())
    return 0


def index(
    names: Sequence[str], out: str | None, format: str | None, encoding: str | None, *, json: bool
) -> int:
    """Make an index or bring it up to date, and tell what it has; the exit code.

    Raises :class:`UserError` if it cannot be written, or it is not clear where.
    """
    from argmap.store.index.building import IndexNotWrittenError, build
    from argmap.store.index.survey import Wish

    path = _path(names, out)
    wish = Wish(names, known_format(format), encoding, encodings_of(encoding))
    progress = _Progress()
    try:
        built = build(wish, path, progress, os.cpu_count() or 1)
    except IndexNotWrittenError as error:
        rest = "the one that is there is as it was" if os.path.exists(path) else ""
        raise UserError(f"cannot write the index {path}: {error}", rest) from None
    finally:
        progress.end()
    if not built.files:
        tell(f"there are no maps in {', '.join(names)}")
    if built.problems:
        tell_diagnostics(built.problems[:_MOST], dict)
        if len(built.problems) > _MOST:
            tell(f"and {len(built.problems) - _MOST} more; `argmap check` tells all")
    if json:
        print_json({"schema": "argmap/index/1", **answers().index_record(path, built)})
    tell(_summary(path, built))
    return 2 if built.failed else 0


def _path(names: Sequence[str], out: str | None) -> str:
    """Where the index goes; raises :class:`UserError` if that is not clear, or something else."""
    from argmap.store.index.schema import DEFAULT_NAME, version_of

    for name in names:
        if not os.path.exists(name) and not any(sign in name for sign in "*?["):
            raise UserError(f"there is no folder or file {name!r}")
    if out is None:
        if len(names) > 1 or not os.path.isdir(names[0]):
            raise UserError("an index of this has no place of its own", "name it with -o")
        out = os.path.join(names[0], DEFAULT_NAME)
    if os.path.isdir(out):
        raise UserError(f"{out} is a folder", f"say -o {os.path.join(out, DEFAULT_NAME)}")
    if os.path.exists(out) and version_of(out) is None and os.path.getsize(out):
        raise UserError(f"{out} is no index, and is not replaced", "name another file with -o")
    return out


def _summary(path: str, built: Built) -> str:
    said = [f"{path} has {built.maps} maps with {built.claims} claims"]
    said.append(f"{built.read} of {built.files} files read" if built.read else "nothing is new")
    if built.removed:
        said.append(f"{built.removed} removed")
    if built.failed:
        said.append(f"{len(built.failed)} with errors")
    return ", ".join([f"{said[0]}: {said[1]}", *said[2:]])


class _Progress:
    """Tells on a terminal how many files are read, after a while."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._told = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Tell that so many of all are done."""
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._begun < _SOON or now - self._told < _OFTEN:
            return
        self._told = now
        print(f"\r\x1b[Kreading {done} of {total} files", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Take back what was told, for what comes now matters more."""
        if self._told:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
