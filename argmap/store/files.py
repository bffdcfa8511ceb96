"""Reading text from files: what it is encoded in, and what cannot be read."""

from typing import NamedTuple

from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class Text(NamedTuple):
    """A decoded text with ``\\n`` line ends, or why there is none."""

    text: str
    problem: Diagnostic | None = None


def decode(raw: bytes, name: str) -> Text:
    """The text of a file: UTF-8, or whatever its byte-order mark says."""
    encoding = next((code for mark, code in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        return Text("", _undecodable(raw, error, name))
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Text("", _problem("IN02", "this is a binary file, not a text", name, line))
    return Text(text.replace("\r\n", "\n").replace("\r", "\n"))


def _undecodable(raw: bytes, error: UnicodeDecodeError, name: str) -> Diagnostic:
    if b"\0" in raw[:8192]:
        return _problem("IN02", "this is a binary file, not a text", name)
    before = raw[: error.start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return _problem(
        "IN03",
        f"this is not UTF-8: there is a byte {raw[error.start]:#04x} that does not belong",
        name,
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
        "save it as UTF-8; `iconv -f latin1 -t utf-8` does that to a file in Latin-1",
    )


def _problem(
    code: str, message: str, name: str, line: int = 1, column: int = 1, hint: str = ""
) -> Diagnostic:
    return Diagnostic(code, "error", message, Span(name, line, column, line, column), hint)


def marked(raw: bytes) -> str | None:
    """The encoding that a byte-order mark at the beginning stands for, if there is one."""
    return next((code for mark, code in _MARKS if raw.startswith(mark)), None)


def read_bytes(path: str) -> bytes | Diagnostic:
    """What a file holds, or why it cannot be opened."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return Diagnostic("IN01", "error", f"cannot read {path}: {why}")


def read_file(path: str) -> Text:
    """The text of a file; a file that cannot be opened is a problem like any other."""
    raw = read_bytes(path)
    return decode(raw, path) if isinstance(raw, bytes) else Text("", raw)
