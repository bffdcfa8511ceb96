"""From what the user names to a map: where it is, what format it has, which part is asked."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from argmap.cli.errors import UserError, tell
from argmap.cli.options import MapChoice
from argmap.model.argument import Argument
from argmap.model.collection import Part
from argmap.model.diagnostic import failures
from argmap.model.map import ArgumentMap
from argmap.query.groups import Group, group, groups, part

if TYPE_CHECKING:
    from argmap.formats import Format, Reading

STDIN = "<stdin>"
"""What standard input is called in diagnostics."""

T = TypeVar("T")
_LISTED = 10
"""So many candidates are named."""

_LONG = 2_000_000
"""Bytes that take about a second to read."""


class Opened(NamedTuple):
    """The part of a map that is asked, the whole map, and the exit code owed to what is wrong.

    Where several maps are open they are one, and ``parts`` are what it is made of.
    """

    map: ArgumentMap
    whole: ArgumentMap
    exit_code: int = 0
    parts: tuple[Part, ...] = ()

    def including(self, *claims: str) -> ArgumentMap:
        """The part that is asked, and these claims even if they are not in it."""
        if self.map is self.whole or all(claim in self.map.claims for claim in claims):
            return self.map
        return self.whole.keep({*self.map.claims, *claims})

    def about(self, claim: str) -> "Opened":
        """The same of the one map that has this claim."""
        own = (each.map for each in self.parts if claim in each.map.claims)
        one = next(own, None) or self.whole.home_of(claim)
        if one is self.whole:
            return self
        map = one if self.map is self.whole else one.keep(self.map.claims)
        return Opened(map, one, self.exit_code)

    def asked(self) -> list[Part]:
        """What is asked of each map, where several are open."""
        if self.map is self.whole:
            return list(self.parts)
        kept = (each.keep(self.map.claims) for each in self.parts)
        return [each for each in kept if each.map.claims]

    def named(self) -> list[tuple[str, ArgumentMap]]:
        """What is asked of each map that is open, and what the map is called."""
        return [(each.name, each.map) for each in self.asked()] or [(self.map.name, self.map)]

    def each(self) -> list[ArgumentMap]:
        """What is asked of each map that is open."""
        return [map for _, map in self.named()]


def maps_asked(given: Sequence[str] | None) -> list[str]:
    """The names of the maps that are asked: those given, else the one that the environment has.

    None for the shipped op-ed.
    """
    named = list(given or [os.environ.get("ARGMAP_MAP", "")])
    return [name for name in named if name]


def read_map(
    choice: str | None,
    format: str | None = None,
    encoding: str | None = None,
    included: dict[str, str | None] | None = None,
) -> "Reading":
    """The map of a file, a shipped map or standard input; the shipped op-ed if none is named.

    The files that it includes are put into ``included``, with their texts.
    Raises :class:`UserError` if there is no such map, format or encoding.
    """
    from argmap.store.files import decode
    from argmap.store.reading import read, read_text

    known_format(format)
    file = file_of(choice)
    encoding = encoding_of(choice, file, encoding)
    if file == STDIN:
        text = decode(sys.stdin.buffer.read(), STDIN, encoding)
        return read_text(text, STDIN, format, encoding, included)
    if sys.stderr.isatty() and os.path.getsize(file) > _LONG:
        tell(f"reading {file} …")
    return read(file, format, encoding, included)


def known_format(name: str | None) -> str | None:
    """The name; raises :class:`UserError` if it is that of no format that can be read."""
    return readable(name).name if name else None


def readable(name: str) -> "Format":
    """The format of that name; raises :class:`UserError` if maps cannot be read from it."""
    format = format_named(name, to_read=True)
    if format.read is None:
        raise UserError(f"maps cannot be read from {name}", "`argmap list formats` tells which")
    return format


def format_named(name: str, *, to_read: bool = False) -> "Format":
    """The format of that name; raises :class:`UserError` with the nearest one if there is none."""
    from argmap.formats import named, names

    if name in names():
        return named(name)
    from argmap.query.search import nearest_names

    fitting = [each for each in names() if not to_read or named(each).read is not None]
    near = nearest_names(name, {each: each for each in fitting})
    hint = f"did you mean {near[0]}?" if near else "`argmap list formats` shows all"
    raise UserError(f"there is no format {name!r}", hint)


def known_encoding(name: str | None) -> str | None:
    """The name; raises :class:`UserError` with the nearest ones if it is that of no encoding."""
    if not name:
        return None
    from argmap.store.encodings import is_encoding, nearest_encodings

    if is_encoding(name):
        return name
    near = nearest_encodings(name)
    hint = f"did you mean {', '.join(near)}?" if near else "such as utf-8, latin-1, windows-1252"
    raise UserError(f"there is no encoding {name!r}", hint)


def encoding_of(choice: str | None, file: str, asked: str | None) -> str | None:
    """The encoding of a map: the one that is asked for, else the one that its configuration sets.

    Raises :class:`UserError` if it is that of no encoding.
    """
    return known_encoding(asked) or _encoding_set(choice, file)


def _encoding_set(choice: str | None, file: str) -> str | None:
    """The encoding that the configuration of a map sets; shipped maps have none."""
    if file != STDIN and not (choice and os.path.exists(choice)):
        return None
    from argmap.store.projects import encoding_for

    encoding, problems = encoding_for("" if file == STDIN else file)
    if problems:
        raise UserError(str(problems[0]), problems[0].hint)
    return encoding


def file_of(choice: str | None) -> str:
    """The file of a map, as it is called in diagnostics; raises :class:`UserError` if none is."""
    choice = choice or _default()
    if choice == "-":
        return STDIN
    path = choice if os.path.exists(choice) else _shipped(choice)
    if os.path.isdir(path):
        raise UserError(f"{path} is a folder, and a map is a file")
    return path


def encodings_of(asked: str | None) -> Callable[[str], str | None]:
    """The encoding of each of many files: the one that is asked for, else the configured one.

    Raises :class:`UserError` if it is that of no encoding.
    """
    from functools import cache

    known = known_encoding(asked)
    set_in = cache(lambda folder: _encoding_set(".", os.path.join(folder, "map")))
    return lambda file: known or set_in("" if file == STDIN else os.path.dirname(file))


def _default() -> str:
    from argmap.store.shipped import DEFAULT

    return DEFAULT


def _shipped(name: str) -> str:
    from argmap.store.shipped import shipped

    maps = {each.name: each.path for each in shipped()}
    if name in maps:
        return maps[name]
    from argmap.query.search import nearest_names

    near = nearest_names(name, maps) if os.sep not in name else []
    hint = f"did you mean {near[0]}?" if near else "`argmap list maps` shows what is shipped"
    raise UserError(f"there is no file or shipped map {name!r}", hint)


def ask_map(choice: MapChoice, *, whole: bool = False) -> Opened:
    """As :func:`open_map`, but what is in an index stays there until it is asked for.

    Unless the ``whole`` of it is needed.
    """
    index = index_asked(choice)
    if whole or index is None:
        return open_map(choice)
    from argmap.cli.indexed import ask_index

    return ask_index(index, choice)


def not_vast(choice: MapChoice) -> None:
    """Raise :class:`UserError` if all of an index is asked for, and that is too much."""
    index = index_asked(choice)
    if index is not None:
        from argmap.cli.indexed import refuse_if_vast

        refuse_if_vast(index, choice)


def index_asked(choice: MapChoice) -> str | None:
    """The path of the index that is asked, if it is one."""
    asked = maps_asked(choice.map)
    if len(asked) != 1:
        return None
    from argmap.store.index.schema import version_of

    return asked[0] if version_of(asked[0]) is not None else None


def open_map(choice: MapChoice, included: dict[str, str | None] | None = None) -> Opened:
    """The map that is asked, or the maps as one, after telling on stderr what is wrong with them.

    What could be read is answered from, and the exit code is 2 all the same. The files that a
    single map includes are put into ``included``. Raises :class:`UserError` if nothing could be
    read, or a group is unknown.
    """
    index = index_asked(choice)
    if index is not None:
        from argmap.cli.indexed import open_index

        return open_index(index, choice)
    asked = maps_asked(choice.map)
    if asked and _can_be_many(asked, choice.from_format):
        from argmap.cli.collecting import open_maps

        return open_maps(asked, choice)
    name = asked[0] if asked else None
    if choice.within is not None:
        raise UserError("--in goes with a folder or an index", "-m names a single map")
    reading = read_map(name, choice.from_format, choice.encoding, included)
    wrong = failures(reading.diagnostics)
    if wrong:
        from argmap.cli.output import tell_diagnostics

        tell_diagnostics(wrong, lambda: _legible(name, choice.encoding))
    if not reading.map.claims:
        if wrong:
            raise UserError("there is nothing to answer from", exit_code=2)
        raise UserError(f"the map {reading.map.name!r} is empty: it has no claims")
    part = part_of(reading.map, choice)
    if not part.claims:
        raise UserError("no claim is left by --tag and --without", exit_code=1)
    return Opened(part, reading.map, 2 if wrong else 0)


def _can_be_many(asked: Sequence[str], format: str | None) -> bool:
    from argmap.store.folders import can_be_many

    return len(asked) > 1 or any(can_be_many(name, format) for name in asked)


def _legible(name: str | None, encoding: str | None) -> dict[str, str]:
    """What can be shown of the file of a map; what came by standard input is gone."""
    from argmap.store.files import legible, read_bytes

    file = file_of(name)
    raw = read_bytes(file) if file != STDIN else b""
    encoding = encoding or _encoding_set(name, file)
    return {file: legible(raw, encoding)} if isinstance(raw, bytes) else {}


def one_of(maps: Mapping[str, T], name: str) -> T:
    """The map of that name; raises :class:`UserError` with the nearest ones if there is none."""
    if name in maps:
        return maps[name]
    from argmap.query.search import nearest_names

    near = nearest_names(name, maps)
    hint = f"did you mean {', '.join(near)}?" if near else ""
    raise UserError(f"there is no map {name!r} among {len(maps)}", hint)


def part_of(map: ArgumentMap, choice: MapChoice) -> ArgumentMap:
    """The claims of the groups that are asked for, without those of the groups left out."""
    if not (choice.tag or choice.without):
        return map
    kept = [find_group(map, name) for name in choice.tag or ()]
    left_out = [find_group(map, name) for name in choice.without or ()]
    return map.keep(part(map, kept, left_out))


def find_group(map: ArgumentMap, name: str) -> Group:
    """The group of that name; raises :class:`UserError` with the nearest ones if there is none."""
    found = group(map, name)
    if found is not None:
        return found
    from argmap.query.search import nearest_names

    titles = {each.id: each.title for each in groups(map)}
    near = nearest_names(name, titles)
    hint = f"there are {', '.join(titles)}" if titles else "the map has no tags and no sections"
    hint = f"did you mean {', '.join(near)}?" if near else hint
    raise UserError(f"there is no tag or section {name!r}", hint, exit_code=1)


def find_argument(map: ArgumentMap, words: str) -> Argument | None:
    """The reconstructed argument that the words name, if any.

    Raises :class:`UserError` if several can be meant.
    """
    from argmap.query.meant import arguments_meant

    found = arguments_meant(map, words)
    if len(found) > 1:
        listed = [f"{each.id}: {each.text or each.title}" for each in found[:_LISTED]]
        raise UserError(f"{words!r} can mean several arguments", *listed, exit_code=2)
    return found[0] if found else None


def find_claim(map: ArgumentMap, words: str) -> str:
    """The id of the claim that the words name; tells which one if they did not name it in full.

    Raises :class:`UserError`: exit code 2 if several can be meant, 1 if none.
    """
    from argmap.query.meant import claim_meant

    meant = claim_meant(map, words)
    if meant.claim:
        if meant.guessed:
            claim = map.claims[meant.claim]
            tell(f'matched "{claim.words}" [{claim.id}]')
        return meant.claim
    listed = [f"{id}: {map.claims[id].words}" for id in meant.candidates[:_LISTED]]
    if meant.fits:
        more = len(meant.candidates) + meant.more - len(listed)
        rest = [f"and {more} more"] if more > 0 else []
        raise UserError(f"{words!r} can mean several claims", *listed, *rest, exit_code=2)
    hints = ["the nearest are", *listed] if listed else ["`argmap list` shows all claims"]
    raise UserError(f"no claim is like {words!r}", *hints, exit_code=1)
