"""Files that are to be written anew: what they are to the last character."""

import os
import re
from typing import NamedTuple

from argmap.model.diagnostic import Diagnostic
from argmap.store.files import decode, marked

_LINE_END = re.compile("\r\n|\n|\r")
_MARK = "\ufeff"
_PLAIN = "utf-8"


class Original(NamedTuple):
    """A file as it is: ``exact`` has its byte-order mark and line ends, ``text`` has neither.

    ``encoding`` is what it is to be written in: its own, and UTF-8 in place of any with a mark.
    """

    exact: str
    text: str
    problem: Diagnostic | None = None
    encoding: str = _PLAIN

    def like_it(self, text: str) -> str:
        """Another text with the line ends of this one; if they differ, the first counts."""
        first = _LINE_END.search(self.exact)
        return text.replace("\n", first.group()) if first is not None else text


def original(raw: bytes, name: str, encoding: str | None = None) -> Original:
    """A file that goes by a name, from its bytes; they are read as :func:`decode` reads them."""
    text, problem = decode(raw, name, encoding)
    if problem is not None:
        return Original("", "", problem)
    mark = marked(raw)
    own = encoding or _PLAIN
    exact = raw.decode(mark or own).removeprefix(_MARK)
    if mark or "".encode(own):  # some encodings begin every text with a mark
        own = _PLAIN
    return Original(_MARK + exact if mark else exact, text, None, own)


def rewrite(path: str, text: str, encoding: str = _PLAIN) -> None:
    """Put a text in the place of a file that may be written to.

    Raises :class:`OSError`, and :class:`UnicodeError` if the encoding has no letters for the text.
    """
    from argmap.store.writing import write_bytes

    # A file is replaced by renaming another, which would not ask whether it may be written to.
    if not os.access(path, os.W_OK):
        raise PermissionError(13, "it is write-protected", path)
    write_bytes(path, [text.encode(encoding)])
