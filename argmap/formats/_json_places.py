"""Where in a JSON text a record stands: parsers tell this only of texts they cannot read."""

import re

_SPACE = re.compile(r"[ \t\r\n]*")


def place_of(text: str, array: str, number: int | None) -> tuple[int, int]:
    """Line and column, from 1, of a top-level member of an object, or of an item of that array.

    The text is known to be JSON. Linear in the text before the place.
    """
    offset = _member(text, array)
    if number is not None and offset is not None:
        offset = _item(text, offset, number)
    before = text[: offset or 0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _skip(text: str, offset: int) -> int:
    match = _SPACE.match(text, offset)
    return match.end() if match else offset


def _member(text: str, name: str) -> int | None:
    """The offset of the last value with that name, which is the one that JSON readers keep."""
    from json import JSONDecoder

    decode = JSONDecoder().raw_decode
    found = None
    offset = _skip(text, _skip(text, 0) + 1)
    while text[offset] != "}":
        key, offset = decode(text, offset)
        offset = _skip(text, _skip(text, offset) + 1)
        if key == name:
            found = offset
        _, offset = decode(text, offset)
        offset = _skip(text, offset)
        if text[offset] == ",":
            offset = _skip(text, offset + 1)
    return found


def _item(text: str, offset: int, number: int) -> int:
    """The offset of an item of the array at an offset; of the array itself if it is none."""
    if text[offset] != "[":
        return offset
    from json import JSONDecoder

    decode = JSONDecoder().raw_decode
    offset = _skip(text, offset + 1)
    for _ in range(number):
        _, offset = decode(text, offset)
        offset = _skip(text, _skip(text, offset) + 1)
    return offset
