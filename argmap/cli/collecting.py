"""Opening many maps as one: folders, patterns, archives, and maps that are named one by one."""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.cli.errors import UserError, tell
from argmap.cli.input import STDIN, Opened, encodings_of, file_of, known_format, one_of, part_of
from argmap.cli.options import MapChoice
from argmap.cli.progress import shown
from argmap.formats import Reading
from argmap.model.collection import parts, united
from argmap.model.diagnostic import Diagnostic, failures
from argmap.store.archives import held
from argmap.store.collections import Place, numbered, places
from argmap.store.files import Text, decode, read_bytes
from argmap.store.reading import read_text

_MOST = 20
"""So many diagnostics are told; `argmap check` tells all."""


class Entry(NamedTuple):
    """A map of several: what it is called, its file, and what was read."""

    name: str
    file: str
    reading: Reading


def places_of(names: Sequence[str]) -> list[Place]:
    """The files that are meant, and what their maps are called; raises :class:`UserError` if none.

    Names of shipped maps stand for these.
    """
    found = places(names)
    if not found:
        hint = "`argmap list formats` shows what files of maps end with"
        raise UserError(f"there are no maps in {', '.join(names)}", hint)
    return [each._replace(name="stdin") if each.file == "-" else each for each in found]


def open_maps(names: Sequence[str], choice: MapChoice) -> Opened:
    """The maps that are asked, as one; what is wrong with any of them is told on stderr.

    Ids say of which map they are, unless there is only one. The exit code is 2 if anything could
    not be read, and all the rest is answered from. Raises :class:`UserError` if that is nothing.
    """
    entries = list(read_maps(places_of(names), choice))
    wrong = [problem for entry in entries for problem in failures(entry.reading.diagnostics)]
    readable = [entry for entry in entries if entry.reading.map.claims]
    _tell(wrong, entries)
    if not readable:
        if wrong:
            raise UserError("there is nothing to answer from", exit_code=2)
        raise UserError(f"the maps in {', '.join(names)} are empty: they have no claims")
    opened = _opened(readable, ", ".join(names), alone=len(entries) == 1)
    if choice.within is not None:
        whole = one_of({part.name: part.own for part in opened.parts}, choice.within)
        opened = Opened(whole, whole)
    part = part_of(opened.whole, choice)
    if not part.claims:
        raise UserError("no claim is left by --tag and --without", exit_code=1)
    return opened._replace(map=part, exit_code=2 if wrong else 0)


def _opened(entries: Sequence[Entry], name: str, *, alone: bool) -> Opened:
    if alone:
        map = entries[0].reading.map
        return Opened(map, map)
    members = parts((entry.name, entry.reading.map) for entry in entries)
    whole = united((part.map for part in members), name)
    return Opened(whole, whole, parts=tuple(members))


def read_maps(files: Sequence[Place], choice: MapChoice) -> Iterator[Entry]:
    """What is read of each file, one map after the other."""
    known_format(choice.from_format)
    encoding_of = encodings_of(choice.encoding)
    for place in shown(files, "reading"):
        try:
            file = file_of(place.file)
        except UserError as error:
            problem = Diagnostic("IN01", "error", str(error), None, " ".join(error.hints))
            text = Text("", problem)
            yield Entry(place.name, place.file, read_text(text, place.file))
            continue
        encoding = encoding_of(file)
        text = _text(file, encoding)
        for one in held(text, file, choice.from_format):
            map, found = read_text(one.text, file, choice.from_format, encoding)
            reading = Reading(map, one.placed(found))
            yield Entry(numbered(place.name, one.number), file, reading)


def _text(file: str, encoding: str | None) -> Text:
    raw = sys.stdin.buffer.read() if file == STDIN else read_bytes(file)
    return decode(raw, file, encoding) if isinstance(raw, bytes) else Text("", raw)


def _tell(wrong: Sequence[Diagnostic], entries: Sequence[Entry]) -> None:
    """Tell what is wrong, and how much of all that was asked for there is no answer from."""
    from argmap.cli.output import tell_diagnostics

    if not wrong:
        return
    tell_diagnostics(wrong[:_MOST], dict, concise=True)
    if len(wrong) > _MOST:
        tell(f"and {len(wrong) - _MOST} more errors; `argmap check` tells all")
    counts = {"could not be read": 0, "could be read in part only": 0, "had no claims": 0}
    for _, _, (map, found) in entries:
        if failures(found):
            counts["could be read in part only" if map.claims else "could not be read"] += 1
        elif not map.claims:
            counts["had no claims"] += 1
    said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    tell(f"of {len(entries)} maps {said}")
