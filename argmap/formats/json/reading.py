"""Reading argmap's own JSON, record by record."""

from typing import Any

from argmap.formats._format import Reading, Source
from argmap.formats._json_text import NotJsonError, loaded, why_not
from argmap.formats.json.collecting import MAKERS, Collected
from argmap.formats.json.scanning import Scanner
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.span import Span

NO_MAP = "this JSON holds no map: it has no array of claims"


def read(source: Source) -> Reading:
    """The map that a JSON document holds.

    A record that is not as it should be is reported and left out; the others are read. Records
    are made one by one as the text goes by: it needs no more memory than the text and the map do.
    """
    collected = Collected(source)
    try:
        members = _scan(source.text, collected)
    except RecursionError as error:
        return _nothing(source, why_not(error))
    except ValueError:
        return _nothing(source, *_why_not(source))
    if "claims" not in collected:
        return _nothing(source, NO_MAP)
    return collected.reading(members)


def _scan(text: str, collected: Collected) -> dict[str, Any]:
    """Collect the records of a text, and give its other members.

    Of members that have the same name only the last counts, as everywhere in JSON.
    """
    members = {}
    scanner = Scanner(text)
    for name in scanner.members():
        if name not in MAKERS:
            members[name] = scanner.value()
        elif scanner.is_array():
            collected.begin(name)
            for number, record in enumerate(scanner.items()):
                collected.take(name, record, scanner.at, number)
        else:
            collected.forget(name)
            collected.report(name, f"{name} is not an array", scanner.at)
            scanner.value()
    return members


def _why_not(source: Source) -> tuple[str, Span | None]:
    """Why a text could not be gone through, and where."""
    try:
        loaded(source)
    except NotJsonError as error:
        return str(error), error.span
    return NO_MAP, None  # it is JSON, but no object


def _nothing(source: Source, message: str, span: Span | None = None) -> Reading:
    span = span or Span(source.name, 1, 1, 1, 1)
    hint = "argmap reads what `argmap show --json` prints; `argmap schema map` describes it"
    return Reading(
        ArgumentMap((), name=source.name), [Diagnostic("JS01", "error", message, span, hint)]
    )
