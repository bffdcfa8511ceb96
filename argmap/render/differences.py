"""What ``diff`` answers: what came, went, and says something else."""

from collections.abc import Iterator, Mapping, Sequence

from argmap.graph.differences import Difference
from argmap.model.claim import Claim
from argmap.model.relation import Relation
from argmap.render.lines import Layout, Line, Segment, Style, wrap

_SIGNS: Mapping[str, Style] = {"+": "for", "-": "against", "~": "heading"}
_INDENT = 4


def difference_lines(found: Sequence[Difference], layout: Layout) -> Iterator[Line]:
    """A line for each difference, and one for each field that says something else."""
    for each in found:
        sign = "~" if each.before and each.after else "+" if each.after else "-"
        record = each.after or each.before
        assert record is not None  # noqa: S101  # it is in one of the maps
        yield from _told(sign, _said(record), record.id, layout)
        for field in each.fields:
            values = (getattr(each.before, field), getattr(each.after, field))
            for name, before, after in _changes(field, *values):
                said = f"{_value(before)} → {_value(after)}"
                yield from _laid_out([Segment(f"{name}:", "dim"), Segment(said)], layout)


def _changes(field: str, before: object, after: object) -> Iterator[tuple[str, object, object]]:
    """What says something else: of data each key by itself."""
    if not (isinstance(before, Mapping) and isinstance(after, Mapping)):
        yield field, before, after
        return
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield f"{field}.{key}", before.get(key), after.get(key)


def _told(sign: str, said: str, id: str, layout: Layout) -> Iterator[Line]:
    parts = [Segment(sign, _SIGNS[sign]), Segment(said), Segment(f"[{id}]", "id")]
    if layout.width is None:
        yield [Segment(f"{sign} ", _SIGNS[sign]), Segment(f"{said} "), parts[2]]
        return
    for number, line in enumerate(wrap(parts, layout.width, layout.width - 2)):
        yield [Segment("  "), *line] if number else line


def _laid_out(parts: list[Segment], layout: Layout) -> Iterator[Line]:
    blank = Segment(" " * _INDENT)
    if layout.width is None:
        yield [blank, parts[0], Segment(" "), *parts[1:]]
        return
    room = layout.width - _INDENT
    for number, line in enumerate(wrap(parts, room, room - 2)):
        yield [blank, Segment("  "), *line] if number else [blank, *line]


def _said(record: Claim | Relation) -> str:
    if isinstance(record, Claim):
        return record.words
    return f"{record.kind}: {' & '.join(record.premises)} → {record.target}"


def _value(value: object) -> str:
    if value is None or value in ("", (), {}):
        return "nothing"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {each}" for key, each in value.items())
    if isinstance(value, tuple) and not hasattr(value, "_asdict"):
        return ", ".join(map(str, value))
    if isinstance(value, tuple):
        fields = value._asdict().items()  # type: ignore[attr-defined]
        return ", ".join(f"{key}: {each}" for key, each in fields if each not in (None, ""))
    return str(value)
