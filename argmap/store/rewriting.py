"""Files that are to be written anew: what they are to the last character."""

import os
import re
from typing import NamedTuple

from argmap.model.diagnostic import Diagnostic
from argmap.store.files import decode, marked

_LINE_END = re.compile("\r\n|\n|\r")
_MARK = "\ufeff"


class Original(NamedTuple):
    """A file as it is: ``exact`` has its byte-order mark and line ends, ``text`` has neither."""

    exact: str
    text: str
    problem: Diagnostic | None = None

    def like_it(self, text: str) -> str:
        """Another text with the line ends of this one; if they differ, the first counts."""
        first = _LINE_END.search(self.exact)
        return text.replace("\n", first.group()) if first is not None else text


def original(raw: bytes, name: str) -> Original:
    """A file that goes by a name, from its bytes."""
    text, problem = decode(raw, name)
    if problem is not None:
        return Original("", "", problem)
    encoding = marked(raw)
    exact = raw.decode(encoding or "utf-8").removeprefix(_MARK)
    return Original(_MARK + exact if encoding else exact, text)


def rewrite(path: str, text: str) -> None:
    """Put a text in the place of a file that may be written to; raises :class:`OSError`."""
    from argmap.store.writing import write_file

    # A file is replaced by renaming another, which would not ask whether it may be written to.
    if not os.access(path, os.W_OK):
        raise PermissionError(13, "it is write-protected", path)
    write_file(path, [text])
