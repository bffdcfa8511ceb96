"""Going through a JSON object member by member, item by item, without holding the whole of it."""

import re
from collections.abc import Iterator
from typing import Any

from argmap.formats._json_text import decoder

_SPACE = re.compile(r"[ \t\r\n]*")
_COLON = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")
_COMMA = re.compile(r"[ \t\r\n]*,[ \t\r\n]*")


class Scanner:
    """What goes through the object that a text spells, once, from its beginning to its end.

    ``at`` is the offset of what comes next. It takes the texts that `json` takes, with the same
    values: what it is asked for raises :class:`ValueError` where a text is not that of an object
    or has a number that JSON cannot write, :class:`RecursionError` where one is nested too deeply.
    """

    def __init__(self, text: str) -> None:
        self.at = 0
        self._text = text
        self._decode = decoder().raw_decode

    def members(self) -> Iterator[str]:
        """The name of each member, whose value or items have to be taken before the next."""
        self._pass(_SPACE)
        if self._opens("{", "}"):
            while True:
                if not self._text.startswith('"', self.at):
                    raise ValueError(self.at)
                name = self.value()
                self._pass(_COLON)
                yield name
                if not self._goes_on("}"):
                    break
        self._pass(_SPACE)
        if self.at != len(self._text):
            raise ValueError(self.at)

    def is_array(self) -> bool:
        """Whether the value that comes next has items."""
        return self._text.startswith("[", self.at)

    def items(self) -> Iterator[Any]:
        """Each item of the array that comes next; meanwhile ``at`` is where the item begins."""
        if not self._opens("[", "]"):
            return
        while True:
            begins = self.at
            item = self.value()
            ends, self.at = self.at, begins
            yield item
            self.at = ends
            if not self._goes_on("]"):
                return

    def value(self) -> Any:  # noqa: ANN401  # whatever stands there
        """The value that comes next, whole."""
        value, self.at = self._decode(self._text, self.at)
        return value

    def _opens(self, bracket: str, other: str) -> bool:
        """Pass the opening bracket; whether anything is inside, if not then the other one too."""
        if not self._text.startswith(bracket, self.at):
            raise ValueError(self.at)
        self.at += 1
        self._pass(_SPACE)
        if not self._text.startswith(other, self.at):
            return True
        self.at += 1
        return False

    def _goes_on(self, bracket: str) -> bool:
        """Pass a comma and expect more, or pass the bracket that closes."""
        comma = _COMMA.match(self._text, self.at)
        if comma is not None:
            self.at = comma.end()
            return True
        self._pass(_SPACE)
        if not self._text.startswith(bracket, self.at):
            raise ValueError(self.at)
        self.at += 1
        return False

    def _pass(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self.at)
        if match is None:
            raise ValueError(self.at)
        self.at = match.end()
