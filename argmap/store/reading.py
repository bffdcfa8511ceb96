"""Reading a map from a file, whatever format it is in."""

import os

from argmap.formats import Reading, Source, detect, named, reader_of
from argmap.model.map import ArgumentMap
from argmap.store.files import Text, read_file


def read(
    path: str,
    format: str | None = None,
    encoding: str | None = None,
    included: dict[str, str | None] | None = None,
) -> Reading:
    """The map of a file, and all that is wrong with it; never raises for what a file holds.

    The format is found out by content and suffix unless one is named. Raises :class:`KeyError` if
    there is no format of that name, and :class:`ValueError` if maps cannot be read from it.
    """
    return read_text(read_file(path, encoding), path, format, encoding, included)


def read_text(
    text: Text,
    name: str,
    format: str | None = None,
    encoding: str | None = None,
    included: dict[str, str | None] | None = None,
) -> Reading:
    """The map of a text that goes by a name.

    Files that it includes are found beside it, and are in the same encoding; their texts are put
    into ``included``, and nothing for those that cannot be read.
    """
    if text.problem is not None:
        return Reading(ArgumentMap((), name=name), [text.problem])
    reader = reader_of(named(format) if format else detect(text.text, name))
    return reader(source_of(text, name, encoding, included))


def source_of(
    text: Text,
    name: str,
    encoding: str | None = None,
    included: dict[str, str | None] | None = None,
) -> Source:
    """A text as readers take it: files that it includes are found beside it."""

    def include(path: str) -> str | None:
        beside = os.path.join(os.path.dirname(name), path)
        text, problem = read_file(beside, encoding)
        found = None if problem else text
        if included is not None:
            included[beside] = found
        return found

    return Source(text.text, name, include)
