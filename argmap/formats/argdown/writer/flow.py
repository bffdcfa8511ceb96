"""Metadata in YAML's flow style, as Argdown's tools and our quick reader take it."""

import re
from collections.abc import Mapping
from math import isfinite

_PLAIN = re.compile(r"[A-Za-z¶§_][\w¶§./-]*(?: [\w¶§./-]+)*")
_SPOKEN_FOR = frozenset({"null", "yes", "no", "on", "off", "y", "n", "true", "false"})
_UNPRINTABLE = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')
_COMMENT = re.compile(r"/(?=[/*])|<(?=!--)")
_LONGEST_KEY = 200
_DEEPEST = 150
"""What is nested deeper is not read again."""


class Flow:
    """Writes values; ``lost`` are the ids of what could not be said in full."""

    def __init__(self) -> None:
        self.lost: dict[str, None] = {}
        self._id = ""
        self._fenced = False

    def mapping(self, data: Mapping[str, object], id: str) -> str:
        """A mapping, in braces; it belongs to the record of that id."""
        self._id = id
        self._fenced = False
        return self._written(data, 0)

    def lines(self, data: Mapping[str, object]) -> str:
        """A mapping, one key a line, in which comments would be taken out."""
        self._fenced = True
        pairs = (self._pair(key, value, 1, gap="\n") for key, value in data.items())
        return "\n".join(pairs)

    def _written(self, value: object, depth: int) -> str:
        # Recursion is bounded: what is too deep is not written.
        if depth > _DEEPEST:
            self.lost[self._id] = None
            return "null"
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, Mapping):
            pairs = (self._pair(key, inner, depth + 1) for key, inner in value.items())
            return f"{{{', '.join(pairs)}}}"
        if isinstance(value, list | tuple):
            return f"[{', '.join([self._written(inner, depth + 1) for inner in value])}]"
        return self._scalar(value)

    def _scalar(self, value: object) -> str:
        if value is None:
            return "null"
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int) or (isinstance(value, float) and isfinite(value)):
            return repr(value)
        self.lost[self._id] = None
        return self._text(str(value))

    def _pair(self, key: str, value: object, depth: int, gap: str = " ") -> str:
        """A key and its value; a long key is marked as one, and there is a gap behind it."""
        name = self._text(key)
        name = f"? {name}{gap}" if len(name) > _LONGEST_KEY else name
        return f"{name}: {self._written(value, depth)}"

    def _text(self, text: str) -> str:
        if _PLAIN.fullmatch(text) and "//" not in text and text.lower() not in _SPOKEN_FOR:
            return text
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            self.lost[self._id] = None
        quoted = _UNPRINTABLE.sub(_escaped, text)
        return f'"{_COMMENT.sub(_escaped, quoted) if self._fenced else quoted}"'


def _escaped(match: re.Match[str]) -> str:
    letter = match.group()
    if letter in '\\"':
        return f"\\{letter}"
    number = ord(letter)
    if 0xD800 <= number <= 0xDFFF:  # noqa: PLR2004  # half a character, which no file can hold
        return "\ufffd"
    if letter == "/":
        return "\\/"
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"  # noqa: PLR2004
