"""Merging maps: reading them all, and writing the one that they make."""

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from argmap.cli.collecting import Entry, places_of, read_maps
from argmap.cli.converting import STDOUT, target_of
from argmap.cli.errors import UserError, tell
from argmap.cli.input import file_of
from argmap.cli.options import MapChoice
from argmap.cli.output import tell_diagnostics
from argmap.formats import Format
from argmap.model.diagnostic import failures
from argmap.render.parts import counted
from argmap.store.merging import Merged
from argmap.store.merging import merge as merged
from argmap.store.writing import write_file


class Wish(NamedTuple):
    """What is to become of the maps, and how they are read."""

    out: str | None
    to_format: str | None
    equivalent: bool
    qualify: bool
    from_format: str | None
    encoding: str | None


def merge(names: Sequence[str], wish: Wish) -> int:
    """Write the one map, and tell on stderr what it is made of; the exit code.

    Raises :class:`UserError` if a map has errors, or the one cannot be written.
    """
    target = _target(wish)
    places = places_of(names)
    if wish.out:
        _spare([place.file for place in places], wish.out)
    entries = list(read_maps(places, MapChoice(None, wish.from_format, encoding=wish.encoding)))
    wrong = [problem for entry in entries for problem in failures(entry.reading.diagnostics)]
    if wrong:
        tell_diagnostics(wrong, dict)
        raise UserError("the maps are not merged", "mend what is wrong with them")
    found = merged(
        [(entry.name, entry.reading.map) for entry in entries],
        ", ".join(names),
        qualify=wish.qualify,
        equivalent=wish.equivalent,
    )
    _write(found, target, wish.out)
    tell(_summary(found, entries, wish))
    return 0


def _target(wish: Wish) -> Format:
    """The format to write; maps that go to a terminal or a pipe are Argdown."""
    out = wish.out or STDOUT
    return target_of(out, wish.to_format or (None if wish.out else "argdown"))


def _spare(files: Sequence[str], out: str) -> None:
    """Raise :class:`UserError` if a map would be written over."""
    for file in files:
        if os.path.exists(out) and os.path.exists(file) and os.path.samefile(file_of(file), out):
            raise UserError(f"{out} is one of the maps to be merged", "name another file to write")


def _write(found: Merged, target: Format, out: str | None) -> None:
    assert target.write is not None  # noqa: S101  # `target_of` has seen to it
    written = target.write(found.map)
    if written.losses:
        tell_diagnostics(written.losses, dict)
    if out is None:
        sys.stdout.writelines(written.pieces)
        sys.stdout.flush()
        return
    try:
        write_file(out, written.pieces)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UserError(f"cannot write {out}: {why}") from None


def _summary(found: Merged, entries: Sequence[Entry], wish: Wish) -> str:
    said = [f"merged {counted(len(entries), 'map')} with {counted(len(found.map.claims), 'claim')}"]
    if found.renamed and not wish.qualify:
        said.append(f"{counted(found.renamed, 'id')} of several maps, and now named after them")
    if wish.equivalent:
        said.append(f"{counted(found.equivalences, 'equivalence')} between them")
    return "; ".join(said)
