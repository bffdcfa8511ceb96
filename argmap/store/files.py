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
_ENOUGH = 8192


class Text(NamedTuple):
    """A decoded text with ``\\n`` line ends, or why there is none."""

    text: str
    problem: Diagnostic | None = None


def decode(raw: bytes, name: str, encoding: str | None = None) -> Text:
    """The text of a file: what its byte-order mark says, else the encoding named, else UTF-8.

    The encoding has to be one that :func:`~argmap.store.encodings.is_encoding` knows.
    """
    encoding = marked(raw) or encoding or "utf-8"
    try:
        text = raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        return Text("", _undecodable(raw, error, name, encoding))
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Text("", _binary(raw, name, line))
    return Text(_with_plain_line_ends(text))


def marked(raw: bytes) -> str | None:
    """The encoding that a byte-order mark at the beginning stands for, if there is one."""
    return next((code for mark, code in _MARKS if raw.startswith(mark)), None)


def legible(raw: bytes, encoding: str | None = None) -> str:
    """What can be shown of a file that may be no text: other signs for what is no letter."""
    encoding = marked(raw) or encoding or "utf-8"
    if b"\0" in raw[:_ENOUGH] and not encoding.startswith(("utf-16", "utf-32")):
        return ""
    return _with_plain_line_ends(raw.decode(encoding, "replace").removeprefix("\ufeff"))


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _undecodable(raw: bytes, error: UnicodeError, name: str, encoding: str) -> Diagnostic:
    if b"\0" in raw[:_ENOUGH] and not encoding.startswith(("utf-16", "utf-32")):
        return _binary(raw, name, 1)
    called = "UTF-8" if encoding == "utf-8" else encoding
    if not isinstance(error, UnicodeDecodeError):
        return _problem("IN03", f"this is not {called}: {error}", name)
    before = _with_plain_line_ends(raw[: error.start].decode(encoding, "replace"))
    return _problem(
        "IN03",
        f"this is not {called}: there is a byte {raw[error.start]:#04x} that does not belong",
        name,
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
        "if it is in Latin-1, say `--encoding latin-1`, or make it UTF-8: iconv -f latin1 -t utf-8",
    )


def _binary(raw: bytes, name: str, line: int) -> Diagnostic:
    """That there are null bytes; where every second one is, the text is most likely UTF-16."""
    seen = raw[:_ENOUGH]
    for code, nulls, letters in (
        ("utf-16-le", seen[1::2], seen[::2]),
        ("utf-16-be", seen[::2], seen[1::2]),
    ):
        if 2 * nulls.count(0) > len(nulls) > 0 and 0 not in letters:
            return _problem(
                "IN02",
                "this looks like UTF-16, but there is no byte-order mark at its beginning",
                name,
                line,
                hint=f"if it is a text, say `--encoding {code}`",
            )
    return _problem(
        "IN02",
        "this is a binary file, not a text",
        name,
        line,
        hint="a map is a plain text file; save the text of a document as one",
    )


def _problem(
    code: str, message: str, name: str, line: int = 1, column: int = 1, hint: str = ""
) -> Diagnostic:
    return Diagnostic(code, "error", message, Span(name, line, column, line, column), hint)


def read_bytes(path: str) -> bytes | Diagnostic:
    """What a file holds, or why it cannot be opened."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return Diagnostic("IN01", "error", f"cannot read {path}: {why}")


def read_file(path: str, encoding: str | None = None) -> Text:
    """The text of a file; a file that cannot be opened is a problem like any other."""
    raw = read_bytes(path)
    return decode(raw, path, encoding) if isinstance(raw, bytes) else Text("", raw)
