"""SVG as PDF, by Typst."""

import os

from argmap.render.picture.font import font_folder

NEEDS = ("typst", "font_roboto")
_PAGE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("picture.svg")\n'


def pdf(svg: str, *, other_fonts: bool = False) -> bytes:
    """The picture as one page of its own size."""
    from tempfile import TemporaryDirectory

    from typst import compile as compiled

    with TemporaryDirectory() as folder:
        for name, text in (("picture.svg", svg), ("page.typ", _PAGE)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        page = os.path.join(folder, "page.typ")
        return bytes(
            compiled(page, font_paths=[font_folder()], ignore_system_fonts=not other_fonts)
        )
