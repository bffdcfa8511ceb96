"""The lines of a text, with comments blanked out and braces paired, in one linear pass."""

import re
from collections.abc import Mapping
from typing import NamedTuple

BLANKED = "\0"
"""What stands for each character of a comment: columns stay right, and no text contains it."""

_INTERESTING = re.compile(r"""\\.|<!--|/\*|//|["{}]|\n[ \t]*\n""")
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_CLOSERS = {"<!--": "-->", "/*": "*/"}
_COMMENTS = re.compile(r"(^|[ \t])?\0+(?:\n*\0+)*(?(1)[ \t]?)")
_NOT_NEWLINE = re.compile(r"[^\n]")


class Scan(NamedTuple):
    """A text without its comments; ``braces`` maps the offset of each ``{`` to its ``}``.

    ``comments`` are the offsets where each comment begins and ends, ``unclosed`` those of comments
    that never end, which are left as text.
    """

    text: str
    braces: Mapping[int, int]
    comments: list[tuple[int, int]]
    unclosed: tuple[int, ...]


def scan(text: str) -> Scan:
    """The text with comments blanked and braces paired.

    A comment is ``/* … */``, ``<!-- … -->``, or ``//`` to the end of its line where it stands at
    the start of a line or after white space, so that addresses stay whole. Nothing inside braces
    is a comment.
    """
    pieces: list[str] = []
    open_braces: list[int] = []
    braces: dict[int, int] = {}
    comments: list[tuple[int, int]] = []
    unclosed: list[int] = []
    done = position = 0
    hopeless: set[str] = set()
    blocks = 0  # so many of the open braces are known to begin a block
    while match := _INTERESTING.search(text, position):
        start, position = match.span()
        found = match.group()
        if found == "{":
            open_braces.append(start)
        elif found == "}":
            if open_braces:
                braces[open_braces.pop()] = start
                blocks = min(blocks, len(open_braces))
        elif found == '"':
            if open_braces and (quoted := _QUOTED.match(text, start)):
                position = quoted.end()
        elif found[0] == "\n":
            # Only metadata that is written as a block may contain an empty line.
            position = start + 1
            open_braces[blocks:] = [b for b in open_braces[blocks:] if text[b + 1] == "\n"]
            blocks = len(open_braces)
        elif found[0] != "\\" and not open_braces and found not in hopeless:
            end = _end_of_comment(text, start, found)
            if end is None:
                if found != "//":
                    hopeless.add(found)
                    unclosed.append(start)
                continue
            pieces += text[done:start], _NOT_NEWLINE.sub(BLANKED, text[start:end])
            comments.append((start, end))
            done = position = end
    pieces.append(text[done:])
    return Scan("".join(pieces), braces, comments, tuple(unclosed))


def _end_of_comment(text: str, start: int, opener: str) -> int | None:
    """The offset after the comment that begins at ``start``; ``None`` if none does."""
    if opener == "//":
        if start and not text[start - 1].isspace():
            return None
        end = text.find("\n", start)
        return len(text) if end < 0 else end
    closer = _CLOSERS[opener]
    end = text.find(closer, start + len(opener))
    return None if end < 0 else end + len(closer)


def without_blanked(text: str) -> str:
    """The text with each comment taken out, and the blanks around it made one."""
    if BLANKED not in text:
        return text
    return _COMMENTS.sub(lambda found: found[1] or ("\n" in found[0]) * " ", text)
