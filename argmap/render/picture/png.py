"""SVG as PNG, by resvg."""

import os

from argmap.render.picture.font import FACES, font_folder

NEEDS = ("resvg_py", "font_roboto")


def png(svg: str, scale: float = 1.0, *, other_fonts: bool = False) -> bytes:
    """The picture in pixels.

    With the font that the words were measured in, and so the same everywhere; ``other_fonts`` of
    the system are used as well for letters that it lacks.
    """
    from resvg_py import svg_to_bytes

    return bytes(
        svg_to_bytes(
            svg_string=svg,
            zoom=scale,
            skip_system_fonts=not other_fonts,
            font_files=[os.path.join(font_folder(), face) for face in FACES],
            font_family="Roboto",
        )
    )
