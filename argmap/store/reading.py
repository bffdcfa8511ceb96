"""Reading a map from a file, whatever format it is in."""

import os

from argmap.formats import Reading, Source, detect, named
from argmap.model.map import ArgumentMap
from argmap.store.files import Text, read_file


def read(path: str, format: str | None = None, encoding: str | None = None) -> Reading:
    """The map of a file, and all that is wrong with it; never raises for what a file holds.

    The format is found out by content and suffix unless one is named. Raises :class:`KeyError` if
    there is no format of that name.
    """
    return read_text(read_file(path, encoding), path, format, encoding)


def read_text(
    text: Text, name: str, format: str | None = None, encoding: str | None = None
) -> Reading:
    """The map of a text that goes by a name.

    Files that it includes are found beside it, and are in the same encoding.
    """
    if text.problem is not None:
        return Reading(ArgumentMap((), name=name), [text.problem])
    reader = named(format) if format else detect(text.text, name)
    return reader.read(source_of(text, name, encoding))


def source_of(text: Text, name: str, encoding: str | None = None) -> Source:
    """A text as readers take it: files that it includes are found beside it."""

    def include(path: str) -> str | None:
        found = read_file(os.path.join(os.path.dirname(name), path), encoding)
        return found.text if found.problem is None else None

    return Source(text.text, name, include)
