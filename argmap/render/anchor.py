"""Anchors as the metadata that is put into a map."""

from collections.abc import Iterable, Iterator

from argmap.model.anchor import Anchor
from argmap.render.lines import Layout, Line, Segment, cells, visible
from argmap.sources.anchoring import anchor
from argmap.sources.passages import Passage, SourceText

_SHORTEST = 20


def anchor_lines(
    source: SourceText, passages: Iterable[Passage], layout: Layout, *, quote: bool
) -> Iterator[Line]:
    """The anchor of each passage, then how the passage begins: as far as the line has room."""
    for passage in passages:
        written = visible(written_as(anchor(source, passage, quote=quote)))
        room = max(_SHORTEST, (layout.width or 10**6) - cells(written) - 2)
        words = " ".join(passage.text.split())
        if len(words) > room:
            words = words[: room - 1] + "…"
        yield [Segment(written), Segment(f"  {words}", "dim")]


def written_as(anchor: Anchor) -> str:
    """The anchor as Argdown metadata."""
    from json import dumps

    fields = [f"place: {anchor.place}"] if anchor.place else []
    if anchor.start is not None:
        fields += [f"span: [{anchor.start}, {anchor.end}]", f'hash: "{anchor.hash}"']
    for name in ("quote", "prefix", "suffix"):
        value = getattr(anchor, name)
        if value:
            fields.append(f"{name}: {dumps(value, ensure_ascii=False)}")
    return f"{{source: {{{', '.join(fields)}}}}}"
