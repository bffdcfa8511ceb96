"""Files to maps and back: what every format that keeps its files whole is tried with."""

from argmap.formats import Format, Reading, Source, detect, json
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap


def there_and_back(format: Format, text: str) -> tuple[Reading, str, list[Diagnostic]]:
    """A text read, put into argmap's JSON and out of it again, and written; and what was lost."""
    reading = format.read(Source(text, "a file"))
    between = json.read(Source(json.write(reading.map).text, "a file"))
    assert not between.diagnostics
    assert between.map == reading.map
    written = format.write(between.map) if format.write else None
    assert written is not None
    again = written.text
    assert detect(text) == format
    return reading, again, written.losses


def written_and_read(format: Format, map: ArgumentMap) -> tuple[Reading, list[Diagnostic]]:
    """A map written and read again; and what was lost."""
    assert format.write is not None
    written = format.write(map)
    text = written.text
    assert text == format.write(map).text
    reading = format.read(Source(text, map.name))
    assert not [each for each in reading.diagnostics if each.severity == "error"], text
    return reading, written.losses


def bare(map: ArgumentMap) -> tuple[object, ...]:
    """What a map says, but for places and what lies under the names of formats."""
    from argmap.formats import names

    formats = set(names())

    def plain(record):  # type: ignore[no-untyped-def]
        data = {key: value for key, value in record.data.items() if key not in formats}
        return record._replace(span=None, data=data)

    return (
        [plain(claim) for claim in map.claims.values()],
        [plain(relation) for relation in map.relations.values()],
        [plain(argument) for argument in map.arguments.values()],
    )
