"""Small parts that several answers are made of."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.render.lines import Layout, Line, Segment, wrap

NO_NOTES: Mapping[str, str] = {}
"""No remarks after any claim."""


def heading(words: str, layout: Layout) -> Iterator[Line]:
    """A line that says what follows."""
    if layout.drawn and layout.width:
        yield from wrap([Segment(words, "heading")], layout.width, layout.width)
    else:
        yield [Segment(words, "heading" if layout.drawn else "")]


def facts(facts: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """Name and value a line, without those that are empty."""
    for name, value in facts:
        if value:
            yield [Segment(f"  {name:11}", "dim"), Segment(value)]


def counted(number: int, noun: str) -> str:
    """So many of something, in words."""
    plural = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
