"""The characters that boxes and lines are drawn with."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from argmap.model.relation import Kind
from argmap.render.lines import Style
from argmap.render.picture.content import Role

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
"""The sides of a cell that a stroke leaves it by; a set of them is their sum."""

Pen = Literal["light", "dashed", "dotted", "heavy", "double", "round", "heavy dashed"]

_ORDER = (
    UP | DOWN, LEFT | RIGHT, DOWN | RIGHT, DOWN | LEFT, UP | RIGHT, UP | LEFT,
    UP | DOWN | RIGHT, UP | DOWN | LEFT, LEFT | RIGHT | DOWN, LEFT | RIGHT | UP,
)  # fmt: skip
_DRAWN: dict[Pen, str] = {
    "light": "│─┌┐└┘├┤┬┴",
    "round": "│─╭╮╰╯├┤┬┴",
    "dashed": "╎╌╭╮╰╯├┤┬┴",
    "dotted": "┊┈╭╮╰╯├┤┬┴",
    "heavy": "┃━┏┓┗┛┠┨┯┷",
    "heavy dashed": "╏╍┏┓┗┛┣┫┳┻",
    "double": "║═╔╗╚╝╟╢╤╧",
}
_ASCII: dict[Pen, str] = {
    "light": "|-..''||--",
    "round": "|-..''||--",
    "dashed": ":~..''::~~",
    "dotted": ":...''::..",
    "heavy": "#=######==",
    "heavy dashed": "!~..''!!~~",
    "double": "I=..''II==",
}
_CROSSED = "┼"


class Glyphs(NamedTuple):
    """A set of characters: strokes by pen, heads by kind and direction, signs by kind."""

    strokes: Mapping[Pen, Mapping[int, str]]
    heads: Mapping[Kind, Mapping[int, str]]
    signs: Mapping[Kind, str]
    point: str
    bars: Mapping[int, str]
    dots: str
    stands: Mapping[str, str]
    ascii: bool = False

    def stroke(self, pen: Pen, sides: int) -> str:
        """The character of a stroke through these sides of a cell."""
        return self.strokes[pen].get(sides, " ")

    def crossing(self, upright: Pen) -> str:
        """Where two lines cross; without box characters the upright one bridges the other."""
        return self.stroke(upright, UP | DOWN) if self.ascii else _CROSSED


def _strokes(drawn: Mapping[Pen, str]) -> dict[Pen, dict[int, str]]:
    found: dict[Pen, dict[int, str]] = {}
    for pen, characters in drawn.items():
        found[pen] = dict(zip(_ORDER, characters, strict=True))
        for side in (UP, DOWN, LEFT, RIGHT):
            found[pen][side] = characters[side not in {UP, DOWN}]
    return found


def _heads(*of_kinds: str) -> dict[Kind, dict[int, str]]:
    """For each kind of relation its heads: upwards, downwards, to the left, to the right."""
    kinds: tuple[Kind, ...] = (
        "support", "rebuttal", "undercut", "contrary", "contradiction", "entailment", "equivalence",
    )  # fmt: skip
    return {
        kind: dict(zip((UP, DOWN, LEFT, RIGHT), heads, strict=True))
        for kind, heads in zip(kinds, of_kinds, strict=True)
    }


BOX = Glyphs(
    _strokes(_DRAWN),
    _heads("▲▼◀▶", "△▽◁▷", "◆◆◆◆", "◇◇◇◇", "◇◇◇◇", "▲▼◀▶", "▲▼◀▶"),
    {"support": "⊕", "rebuttal": "⊖", "undercut": "⊘", "contrary": "≠", "contradiction": "⊥",
     "entailment": "⇒", "equivalence": "≡"},
    "●",
    {UP | DOWN: "╂", LEFT | RIGHT: "┿"},
    "…",
    {"in": "✓ stands", "out": "✗ falls", "undecided": "? undecided"},
)  # fmt: skip
ASCII = Glyphs(
    _strokes(_ASCII),
    _heads("^v<>", "^v<>", "****", "xxxx", "xxxx", "^v<>", "^v<>"),
    {"support": "+", "rebuttal": "-", "undercut": "/", "contrary": "%", "contradiction": "!",
     "entailment": "E", "equivalence": "="},
    "o",
    {UP | DOWN: "#", LEFT | RIGHT: "#"},
    "...",
    {"in": "stands", "out": "falls", "undecided": "undecided"},
    ascii=True,
)  # fmt: skip

PENS: dict[Kind, Pen] = {
    "support": "round",
    "rebuttal": "dashed",
    "undercut": "dotted",
    "contrary": "heavy dashed",
    "contradiction": "heavy dashed",
    "entailment": "double",
    "equivalence": "double",
}
"""With what the lines of each kind are drawn."""
TONES: dict[Kind, Style] = {
    "support": "for",
    "rebuttal": "against",
    "undercut": "undercut",
    "contrary": "against",
    "contradiction": "against",
    "entailment": "for",
    "equivalence": "for",
}
"""The colours of the lines, which are those of the outline."""
BORDERS: dict[Role, Pen] = {
    "claim": "round",
    "thesis": "heavy",
    "argument": "light",
    "group": "double",
}
"""With what the boxes are drawn."""
