"""Asking an index: of what stays in it, or of all that is in it."""

import os

from argmap.cli.errors import UserError, tell
from argmap.cli.input import Opened, one_of, part_of
from argmap.cli.options import MapChoice
from argmap.store.index.records import Records
from argmap.store.index.schema import VERSION, version_of

_LONG = 20_000
"""Claims that take about a second to load."""
_VAST = 100_000
"""Claims that nobody reads from the first to the last."""


def ask_index(path: str, choice: MapChoice) -> Opened:
    """What is in an index as one map, of which only that is fetched which is asked for.

    Raises :class:`UserError` if it cannot be asked, or a group is unknown.
    """
    from argmap.store.index.indexed import IndexedMap

    if choice.within is not None:
        return open_index(path, choice)
    records = _records(path)
    whole = IndexedMap(records)
    return _part(Opened(whole, whole), choice, records)


def open_index(index: str, choice: MapChoice) -> Opened:
    """All the maps of an index, or the one that is asked, loaded as if read from their files.

    Raises :class:`UserError` like :func:`ask_index`.
    """
    from argmap.model.collection import parts, united
    from argmap.store.index.loading import load

    records = _records(index)
    maps = records.maps()
    if choice.within is not None:
        number = one_of({records.home(map).name: map for map in maps}, choice.within)
        ((_, one),) = load(index, [number])
        return _part(Opened(one, one), choice, records)
    claims = records.first("SELECT sum(claims) FROM maps")
    if claims > _LONG:
        tell(f"loading {claims} claims …")
    loaded = load(index, maps)
    if records.alone:
        ((_, one),) = loaded
        return _part(Opened(one, one), choice, records)
    members = tuple(parts(loaded))
    whole = united((part.map for part in members), records.folder)
    return _part(Opened(whole, whole, parts=members), choice, records)


def refuse_if_vast(index: str, choice: MapChoice) -> None:
    """Raise :class:`UserError` if an index is asked for all that is in it, and that is too much."""
    if choice.within is not None or choice.tag or choice.without:
        return
    ((maps, claims),) = _records(index).rows("SELECT count(*), sum(claims) FROM maps")
    if claims > _VAST:
        raise UserError(
            f"the index has {claims} claims in {maps} maps, too many to show",
            "name a group or a claim, or one map with --in MAP",
            "`argmap find WORDS` finds claims; `argmap list` lists them all",
        )


def _part(opened: Opened, choice: MapChoice, records: Records) -> Opened:
    part = part_of(opened.whole, choice)
    if not part.claims:
        raise UserError("no claim is left by --tag and --without", exit_code=1)
    return opened._replace(map=part, exit_code=_exit_code(records))


def _records(path: str) -> Records:
    """The records of an index; raises :class:`UserError` if there are none, or no claims."""
    if version_of(path) != VERSION:
        raise UserError(
            f"{path} is an index of another version of argmap", "`argmap index` makes it anew"
        )
    records = Records(path)
    if not records.maps():
        raise UserError(f"the index {path} is empty: it has no claims")
    return records


def _exit_code(records: Records) -> int:
    """2 if something in the files could not be read, which is told."""
    query = "SELECT count(DISTINCT file) FROM diagnostics WHERE severity = 'error'"
    failed = records.first(query)
    if not failed:
        return 0
    files = records.first("SELECT count(*) FROM files")
    tell(f"{failed} of {files} files were not read, or in part; the answer is from the rest")
    tell(f"  `argmap index {records.folder or os.curdir}` tells what is wrong with them")
    return 2
