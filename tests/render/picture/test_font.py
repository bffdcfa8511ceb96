"""The widths that ship are those of the font: its tables are read as OpenType describes them."""

from pathlib import Path
from struct import unpack_from

import pytest

from argmap.render.picture.font import FACES, font_folder, width


def _tables(data: bytes) -> dict[str, int]:
    (count,) = unpack_from(">H", data, 4)
    records = (unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(count))
    return {tag.decode(): offset for tag, _, offset, _ in records}


def _glyph(data: bytes, cmap: int, code: int) -> int:
    """The number of a letter's glyph, by the segments of a character map of format 4."""
    (count,) = unpack_from(">H", data, cmap + 2)
    maps = [unpack_from(">HHL", data, cmap + 4 + 8 * n) for n in range(count)]
    at = next(cmap + offset for _, _, offset in maps if data[cmap + offset + 1] == 4)
    (double,) = unpack_from(">H", data, at + 6)
    for n in range(0, double, 2):
        (end,) = unpack_from(">H", data, at + 14 + n)
        if code <= end:
            break
    start, delta = (unpack_from(">H", data, at + 16 + k * double + n)[0] for k in (1, 2))
    place = at + 16 + 3 * double + n
    (offset,) = unpack_from(">H", data, place)
    if not offset:
        return int((code + delta) % 65536)
    return int(unpack_from(">H", data, place + offset + 2 * (code - start))[0])


@pytest.mark.parametrize("face", FACES)
def test_letters_are_as_wide_as_in_the_font(face: str) -> None:
    pytest.importorskip("font_roboto")
    data = Path(font_folder(), face).read_bytes()
    tables = _tables(data)
    for letter in "aMgil.–é§ΩжЮ€":
        advance = unpack_from(
            ">H", data, tables["hmtx"] + 4 * _glyph(data, tables["cmap"], ord(letter))
        )
        assert width(letter, 2048, bold="Bold" in face) == advance[0]
