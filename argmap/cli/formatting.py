"""Formatting files: what each is, what it should be, and writing that."""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.cli.errors import UserError, tell
from argmap.cli.input import STDIN, encoding_of
from argmap.model.diagnostic import Diagnostic
from argmap.render.lines import Layout, Line, Segment


class Wish(NamedTuple):
    """What is to be done with files: written in place, named, compared; else they are printed."""

    in_place: bool
    check: bool
    diff: bool

    @property
    def looking(self) -> bool:
        """Whether it is only asked what would change."""
        return self.check or self.diff

    @property
    def printing(self) -> bool:
        """Whether the text itself is asked for."""
        return not (self.in_place or self.looking)


class Formatted(NamedTuple):
    """A file as it is and as it should be, or why it could not be formatted."""

    file: str
    before: str = ""
    after: str = ""
    problems: Sequence[Diagnostic] = ()
    written: bool = False

    @property
    def changed(self) -> bool:
        """Whether the file is not as it should be."""
        return self.before != self.after

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff, as far as anything changes."""
        from argmap.render.diff import unified

        return unified(self.file, self.before, self.after)


def files_asked(names: Sequence[str], wish: Wish, *, several: bool) -> list[str]:
    """The files that are named, with those of folders; standard input if there are none.

    Raises :class:`UserError` if there is nothing to format or nowhere to write it, or too much to
    print unless ``several`` texts can be.
    """
    from argmap.formats import named
    from argmap.store.folders import expand

    if not names and sys.stdin.isatty():
        raise UserError("say which file to format", "argmap fmt FILE, or - for standard input")
    files = expand(names or ["-"], named("argdown").suffixes)
    if not files:
        raise UserError(f"there are no Argdown files in {', '.join(names)}")
    if wish.printing and len(files) > 1 and not several:
        hint = "--in-place writes them, --check and --diff say what that would change"
        raise UserError(f"only one file can be printed, and these are {len(files)}", hint)
    if wish.in_place and "-" in files:
        raise UserError("standard input cannot be written in place", "leave out --in-place")
    return [STDIN if file == "-" else file for file in files]


def all_formatted(files: Sequence[str], encoding: str | None, *, in_place: bool) -> list[Formatted]:
    """The files with their canonical layout, in the encoding named, else in the one configured.

    Raises :class:`UserError` before anything is written if an encoding is none.
    """
    encodings = [encoding_of(file, file, encoding) for file in files]
    return [
        formatted(file, own, in_place=in_place) for file, own in zip(files, encodings, strict=True)
    ]


def formatted(file: str, encoding: str | None = None, *, in_place: bool) -> Formatted:
    """A file with its canonical layout, written to it if that is wanted and changes it."""
    from argmap.checks import place
    from argmap.formats import detect
    from argmap.formats.argdown.layout import lay_out
    from argmap.store.files import Text, read_bytes
    from argmap.store.reading import source_of
    from argmap.store.rewriting import original, rewrite

    raw = sys.stdin.buffer.read() if file == STDIN else read_bytes(file)
    if isinstance(raw, Diagnostic):
        return Formatted(file, problems=[raw])
    old = original(raw, file, encoding)
    if old.problem is not None:
        return Formatted(file, problems=[old.problem])
    format = detect(old.text, file)
    if format.name != "argdown":
        why = f"{file}: only Argdown is formatted, and this is {format.title}"
        return Formatted(file, problems=[Diagnostic("IN05", "error", why)])
    laid_out = lay_out(source_of(Text(old.text), file, encoding))
    if laid_out.problems:
        return Formatted(file, problems=sorted(laid_out.problems, key=place))
    after = old.like_it(laid_out.text)
    done = Formatted(file, old.exact, after, written=in_place and after != old.exact)
    if done.written:
        try:
            rewrite(file, after, old.encoding)
        except OSError as error:
            return _unwritten(file, (error.strerror or str(error)).lower())
        except UnicodeError as error:
            return _unwritten(file, str(error))
    return done


def _unwritten(file: str, why: str) -> Formatted:
    problem = Diagnostic("IN06", "error", f"cannot write {file}: {why}")
    return Formatted(file, problems=[problem])


def exactly(done: Sequence[Formatted], wish: Wish) -> str:
    """What is printed for files and other programs."""
    if wish.printing:
        return "".join(each.after for each in done)
    if wish.diff:
        return "".join(f"{line}\n" for each in done for line in each.diff())
    return "".join(f"{each.file}\n" for each in done if each.changed and wish.check)


def shown(done: Sequence[Formatted], wish: Wish, layout: Layout) -> Iterator[Line]:
    """What is printed for people."""
    if wish.diff:
        from argmap.render.diff import diff_lines

        for each in done:
            yield from diff_lines(each.diff(), layout)
    else:
        lines = exactly(done, wish).replace("\r", "").split("\n")
        yield from ([Segment(line)] for line in lines[:-1])


def record(each: Formatted, wish: Wish) -> dict[str, object]:
    """A formatted file as data, with what is asked for."""
    from argmap.contract.records import diagnostic_records

    said: dict[str, object] = {
        "file": each.file, "changed": each.changed, "written": each.written,
    }  # fmt: skip
    if wish.printing and not each.problems:
        said["text"] = each.after
    if wish.diff and not each.problems:
        said["diff"] = "".join(f"{line}\n" for line in each.diff())
    return said | {"findings": diagnostic_records(each.problems)}


def tell_of(done: Sequence[Formatted], wish: Wish) -> None:
    """Tell why files could not be formatted, and how many of them changed or would."""
    from argmap.render.report import report

    failed = [each for each in done if each.problems]
    for each in failed:
        tell("\n".join(report(each.problems)))
        if each.problems[0].code[:2] == "AD":
            tell(f"{each.file} cannot be formatted until this is mended")
    if not wish.printing:
        changed = sum(each.changed for each in done)
        files = f"{len(done)} file{'s' * (len(done) > 1)}"
        rest = f"; {len(failed)} cannot be" if failed else ""
        tell(f"{'formatted' if wish.in_place else 'would format'} {changed} of {files}{rest}")
