"""Converting files: which are meant, in which formats, and where each goes."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.cli.errors import UserError, tell
from argmap.cli.input import STDIN, file_of, format_named
from argmap.cli.output import answers, print_json, tell_diagnostics
from argmap.cli.progress import counted
from argmap.formats import Format, all_formats
from argmap.formats._losses import lost
from argmap.model.diagnostic import Diagnostic, failures
from argmap.model.span import Span
from argmap.store.archives import Held, held, is_archive
from argmap.store.converting import Done
from argmap.store.files import Text, decode, read_file

STDOUT = "-"
_UNWRITTEN = "IN06"
_MANY = 20
"""So many files take about a second."""


class Wish(NamedTuple):
    """What is to be converted: the formats, the encoding, and whether anything may be lost."""

    target: Format
    read_as: Format | None
    encoding: str | None
    strict: bool


class Plan(NamedTuple):
    """The files to read, and where what they hold goes: to one place, or into a folder."""

    files: list[str]
    out: str
    many: bool


def plan(names: Sequence[str], out: str | None, read_as: str | None) -> Plan:
    """Which files are meant by ``IN [OUT]`` or ``IN… -o OUT``.

    Raises :class:`UserError` if several maps would go to one place.
    """
    from argmap.store.collections import readable_suffixes
    from argmap.store.folders import expand

    given = list(names)
    if out is None and len(given) > 1:
        if len(given) > 2:  # noqa: PLR2004  # IN and OUT
            raise UserError("several files go into a folder", "name it with -o")
        out = given.pop()
        if os.path.exists(out) and _suffix(out) == _suffix(given[0]) != "":
            raise UserError(
                f"{out} is a map, too, and is not replaced", f"say -o {out} if it is to be"
            )
    files = expand(given, readable_suffixes())
    if not files:
        raise UserError(f"there are no maps in {', '.join(given)}")
    many = files != given or len(files) > 1 or is_archive(files[0], read_as)
    if many and out is None:
        raise UserError(f"{', '.join(given)} can hold several maps", "name a folder with -o")
    return Plan(files, out or STDOUT, many)


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def target_of(out: str, name: str | None) -> Format:
    """The format to write: the one named, else the one that the suffix of the file says."""
    if name:
        format = format_named(name)
        if format.write is None:
            raise UserError(
                f"maps cannot be written as {name}", "`argmap list formats` tells which"
            )
        return format
    fitting = [
        (len(suffix), format)
        for format in all_formats()
        for suffix in format.suffixes
        if format.write is not None and out.lower().endswith(suffix)
    ]
    if not fitting:
        what = "--to FORMAT is missing" if out == STDOUT else f"the suffix of {out} says no format"
        raise UserError(what, "name one with --to; `argmap list formats` tells which there are")
    return max(fitting, key=lambda each: each[0])[1]


def converted(plan: Plan, wish: Wish) -> Iterator[Done]:
    """Convert each map; what goes wrong with one does not stop the others."""
    outputs = Outputs(plan, wish.target)
    for name in plan.files:
        file = name if plan.many and name != STDOUT else file_of(name)
        for one in held(_text(file, wish.encoding), file, wish.read_as and wish.read_as.name):
            yield convert_one(file, one, outputs.path(file, one.number), wish)


def _text(file: str, encoding: str | None) -> Text:
    if file == STDIN:
        return decode(sys.stdin.buffer.read(), STDIN, encoding)
    return read_file(file, encoding)


def convert_one(
    file: str,
    one: Held,
    output: str,
    wish: Wish,
    included: dict[str, str | None] | None = None,
) -> Done:
    """Convert a text of a file, unless that would be written over."""
    from argmap.store.converting import convert

    read_as, written, found = convert(
        one.text, file, wish.read_as, wish.target, wish.encoding, included
    )
    found = one.placed(found)
    losses = written.losses if written else []
    failed = Done(file, "", read_as, written=False, findings=found, losses=losses)
    if written is None or failures(found) or (wish.strict and lost(losses)):
        return failed
    if output != STDOUT and os.path.exists(output) and _are_one(output, file):
        why = f"{output} is the file to be converted"
        own = Diagnostic(_UNWRITTEN, "error", why, None, "name another file to write")
        return failed._replace(findings=[*found, own])
    try:
        _write(output, written.pieces)
    except BrokenPipeError:
        raise
    except OSError as error:
        why = f"cannot write {output}: {(error.strerror or str(error)).lower()}"
        return failed._replace(findings=[*found, Diagnostic(_UNWRITTEN, "error", why)])
    return failed._replace(output="" if output == STDOUT else output, written=True)


def _are_one(output: str, file: str) -> bool:
    return os.path.exists(file) and os.path.samefile(output, file)


def _write(output: str, pieces: Iterable[str]) -> None:
    from argmap.store.writing import write_file

    if output == STDOUT:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    else:
        folder = os.path.dirname(output)
        if folder:
            os.makedirs(folder, exist_ok=True)
        write_file(output, pieces)


def report(plan: Plan, wish: Wish, done: Iterable[Done], *, json: bool) -> int:
    """Convert, tell of each map as it is done, and of all at the end; the exit code.

    Raises :class:`UserError` if JSON is to be printed where the map itself goes.
    """
    if json and plan.out == STDOUT:
        raise UserError("--json and the map cannot both go to standard output", "name a file OUT")
    finished: list[Done] = []
    for each in counted(done, len(plan.files), "converting", _MANY):
        # What would have been lost is of no interest where nothing is written for other reasons.
        losses = [] if each.exit_code == 2 else each.losses  # noqa: PLR2004
        if plan.many:
            losses = [loss._replace(span=Span(each.file, 1, 1, 1, 1)) for loss in losses]
        told = [*each.findings, *losses]
        if told:
            tell_diagnostics(told, dict)
        finished.append(each)
    if json:
        record = answers().convert_record(wish.target.name, finished)
        print_json({"schema": "argmap/convert/1", **record})
    failed = [each for each in finished if not each.written]
    lossy = sum(bool(lost(each.losses)) for each in finished)
    if plan.many:
        rest = f"; {lossy} of them with losses" if lossy else ""
        tell(f"converted {len(finished) - len(failed)} of {len(finished)} maps{rest}")
    elif failed:
        (one,) = failed
        why = "something would be lost" if one.exit_code == 1 else "mend what is wrong with it"
        if one.findings and one.findings[-1].code == _UNWRITTEN:
            why = ""
        raise UserError(f"{one.file} is not converted", why, exit_code=one.exit_code)
    return max((each.exit_code for each in finished), default=0)


class Outputs:
    """Where each map goes, no two of them to one place."""

    def __init__(self, plan: Plan, target: Format) -> None:
        self._plan = plan
        self._suffix = target.suffixes[0]
        self._taken: set[str] = set()
        self._root = ""
        if plan.many:
            folders = [os.path.dirname(os.path.abspath(file)) for file in plan.files]
            self._root = os.path.commonpath(folders)

    def path(self, file: str, number: int) -> str:
        """The path for a map of a file: as in its folder, with the suffix of the format."""
        if not self._plan.many:
            return self._plan.out
        from argmap.store.collections import numbered, stem

        beside = os.path.relpath(os.path.abspath(file), self._root) if file != STDIN else "stdin"
        for path in (numbered(stem(beside), number) + self._suffix, beside + self._suffix):
            if path not in self._taken:
                break
        self._taken.add(path)
        return os.path.join(self._plan.out, path)
