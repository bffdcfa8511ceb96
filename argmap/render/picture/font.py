"""How wide letters are: those of Roboto as they are, others as wide as such letters get."""

import os
from functools import cache
from unicodedata import category, east_asian_width

FAMILY = "Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"
"""Roboto, and fonts with nearly its widths."""
PACKAGE = "font_roboto"
"""The module of the package that carries the font itself."""
FACES = ("Roboto-Regular.ttf", "Roboto-Bold.ttf")
"""Its files that pictures use."""
_EM = 2048
_FULL = 2048
_UNKNOWN = 1400
_EMOJI = 2600


@cache
def _widths(face: str) -> dict[str, int]:
    """The advance widths of a face, which were read from the font."""
    found = {}
    path = os.path.join(os.path.dirname(__file__), "roboto-widths.txt")
    with open(path, encoding="ascii") as file:
        for line in file:
            name, width, *runs = line.split()
            if name != face:
                continue
            for run in runs:
                first, _, last = run.partition("-")
                for code in range(int(first, 16), int(last or first, 16) + 1):
                    found[chr(code)] = int(width)
    return found


@cache
def _advance(letter: str, face: str) -> int:
    known = _widths(face).get(letter)
    if known is not None:
        return known
    kind = category(letter)
    if kind in {"Mn", "Me", "Cf"}:
        return 0
    if kind == "So" and ord(letter) >= 0x1F000:  # noqa: PLR2004  # where the pictographs begin
        return _EMOJI
    return _FULL if east_asian_width(letter) in "WF" else _UNKNOWN


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text in pixels, without kerning."""
    face = "bold" if bold else "regular"
    return sum(_advance(letter, face) for letter in text) * size / _EM


def covers(text: str) -> bool:
    """Whether the font has every letter of a text."""
    known = _widths("regular")
    return all(letter in known for letter in text)


def font_folder() -> str:
    """The folder of the font files, or nothing if the package is not installed."""
    from importlib.util import find_spec

    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        return ""
    return os.path.join(os.path.dirname(found.origin), "files")
