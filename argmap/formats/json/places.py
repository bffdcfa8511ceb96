"""Where in a JSON text a record stands: parsers tell this only of texts they cannot read."""

import re

from argmap.model.span import Span

_SPACE = re.compile(r"[ \t\r\n]*")


class Lines:
    """The lines of a text; the places of offsets that are asked for in order are found quickly."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._last = (0, 1, 0)  # an offset, the line that it is in, and where that begins

    def span(self, offset: int) -> Span:
        """The place of one character."""
        before, line, begins = self._last if offset >= self._last[0] else (0, 1, 0)
        line += self._text.count("\n", before, offset)
        begins = self._text.rfind("\n", before, offset) + 1 or begins
        self._last = (offset, line, begins)
        column = offset - begins + 1
        return Span(self._name, line, column, line, column)


class Places:
    """The places of the items of the arrays and objects in a JSON object, found once for each.

    The text is known to be JSON. Linear in the text for each array that is asked for. ``inside``
    is the member of it that is meant, if that is not the whole.
    """

    def __init__(self, text: str, name: str, inside: str = "") -> None:
        self._text = text
        self._lines = Lines(text, name)
        self._offsets: dict[str, list[int]] = {}
        self._start = 0
        if inside:
            self._start = self._offsets_of(inside)[0]
            self._offsets.clear()

    def span(self, array: str, number: int | None = None) -> Span:
        """The place of an item of an array or object, or of the whole of it."""
        offsets = self._offsets_of(array)
        offset = offsets[0 if number is None else min(number + 1, len(offsets) - 1)]
        return self._lines.span(offset)

    def _offsets_of(self, array: str) -> list[int]:
        if array not in self._offsets:
            try:
                self._offsets[array] = self._find(array)
            except RecursionError:  # so deep that it can be read, but not from where we stand
                self._offsets[array] = [self._start]
        return self._offsets[array]

    def _find(self, array: str) -> list[int]:
        """The offsets of an array or object and of its items; of the last one of that name."""
        from json import JSONDecoder

        decode = JSONDecoder().raw_decode
        text = self._text
        found = [self._start]
        offset = self._skip(self._skip(self._start) + 1)
        while text[offset] != "}":
            key, offset = decode(text, offset)
            offset = self._skip(self._skip(offset) + 1)
            if key == array:
                found = [offset]
                value, end = decode(text, offset)
                offset = self._skip(offset + 1)
                for _ in value if isinstance(value, list | dict) else ():
                    found.append(offset)
                    if isinstance(value, dict):
                        _, offset = decode(text, offset)
                        offset = self._skip(self._skip(offset) + 1)
                    _, offset = decode(text, offset)
                    offset = self._skip(self._skip(offset) + 1)
                offset = end
            else:
                _, offset = decode(text, offset)
            offset = self._skip(offset)
            if text[offset] == ",":
                offset = self._skip(offset + 1)
        return found

    def _skip(self, offset: int) -> int:
        match = _SPACE.match(self._text, offset)
        return match.end() if match else offset
