"""The colours that Argdown's tools give to claims, arguments, sections and tags."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

SCHEMES = {
    "default": "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666",
    "iwanthue-colorblind-friendly": "ba4761 b65b37 c99738 83a142 52b77f 7d89e0 654397 bc589e",
    "iwanthue-fancy": "e6afd3 9ed2a7 aebaeb d2d39d 71cdeb e6b197 81d6d0 baf0d6",
    "iwanthue-fluo": "7fe643 f3bb79 57e5d6 eecb3c 69eb8a dbd76f cfe945 b0e391",
    "iwanthue-red-roses": "e17892 da3db3 e0abbf e23b6e 9a6276 e17cbc aa3d5e b14183",
    "iwanthue-ochre-sand": "885249 ec926e 995432 e29e96 b75f56 e0a081 ed837b ad766b",
    "iwanthue-yellow-lime": "ebcba0 e28c23 a88c68 dfb137 7e5e31 e2ae59 aa782a deaa6e",
    "iwanthue-green-mint": "569a3e dfd84b 657443 b0e13e c6cc9c 61d950 a09f40 a0de87",
    "iwanthue-ice-cube": "48bf8c 3e6f5f 3ce896 68a194 71ecb8 3d9b76 adddc9 62e0d3",
    "iwanthue-blue-ocean": "3a718b 002a33 2178a3 0d353f 4c707b 214650 13526c 395e68",
    "iwanthue-indigo-night": "4c8ae7 2d5192 829ce5 4074e3 5794d7 2f63ac 3295e9 607bc2",
    "iwanthue-purple-wine": "5f2cc1 504361 4033a2 27173a 77268f 403c81 321262 63306e",
    "colorbrewer-category10": "1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 "
    "17becf",
    "colorbrewer-accent": "7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666",
    "colorbrewer-dark2": "1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666",
    "colorbrewer-paired": "a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a "
    "ffff99 b15928",
    "colorbrewer-set": "e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999",
    "colorbrewer-set2": "66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3",
    "colorbrewer-set3": "8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd "
    "ccebc5 ffed6f",
}
"""The named schemes; all but the iwanthue ones are ColorBrewer's (Cynthia Brewer)."""
_GROUPS = ("#DADADA", "#BABABA", "#AAAAAA")
_BLACK = "#000000"
_COLOR = re.compile(r"#(?:[0-9A-F]{3}|[0-9A-F]{6})", re.IGNORECASE)
Record = dict[str, Any]


def scheme(name: object) -> list[Any]:
    """The colours of a scheme: one given in full, or one by its name."""
    if isinstance(name, list):
        return name
    hexes = SCHEMES.get(name if isinstance(name, str) else "default", SCHEMES["default"])
    return [f"#{digits}" for digits in hexes.split()]


class Colors:
    """The colours of a document, from the ``color`` of its front matter."""

    def __init__(self, front: Mapping[str, object], tags: Mapping[str, Record]) -> None:
        settings = front.get("color")
        self._settings: Mapping[str, Any] = settings if isinstance(settings, Mapping) else {}
        self._tags = tags
        self._scheme = scheme(self._settings.get("colorScheme"))
        self._groups: list[Any] = list(self._settings.get("groupColorScheme") or _GROUPS)
        self._of_tag: dict[str, str] = {}
        self._of_group: dict[str, str] = {}
        if self._is_on("colorizeByTag", default=True) or self._is_on("colorizeGroupsByTag"):
            for tag in tags.values():
                self._color_tag(tag)

    def paint(
        self, statements: Iterable[Record], arguments: Iterable[Record], sections: Iterable[Record]
    ) -> None:
        """Give everything its colour."""
        for kind, records in (("statement", statements), ("argument", arguments)):
            font = self._settings.get(f"{kind}FontColor", _BLACK)
            for record in records:
                record["fontColor"] = font
                color = self._color(record, self._settings.get(f"{kind}Colors"))
                if color is not None:
                    record["color"] = color
        waiting = list(sections)
        while waiting:
            section = waiting.pop()
            waiting += section["children"]
            section["fontColor"] = self._settings.get("groupFontColor", _BLACK)
            color = self._color_of_section(section)
            if color is not None:
                section["color"] = color

    def _is_on(self, setting: str, *, default: bool = False) -> bool:
        return bool(self._settings.get(setting, default))

    def _color_tag(self, tag: Record) -> None:
        named = self._settings.get("tagColors")
        given = named.get(tag["tag"]) if isinstance(named, Mapping) else None
        place = tag["occurrenceIndex"] + 1
        color = _at(self._scheme, place) if given is None else _chosen(self._scheme, given)
        group = _at(self._groups, place) if given is None else _chosen(self._groups, given)
        if isinstance(given, Mapping) and "priority" in given:
            tag["priority"] = given["priority"]
        if color is not None:
            tag["color"] = self._of_tag[tag["tag"]] = color
        if group is not None:
            self._of_group[tag["tag"]] = group

    def _color(self, record: Record, named: object) -> object:
        data = record.get("data")
        if isinstance(data, Mapping) and "color" in data and not self._is_on("ignoreColorData"):
            return _chosen(self._scheme, data["color"])
        if isinstance(named, Mapping) and record["title"] in named:
            return _chosen(self._scheme, named[record["title"]])
        if record.get("tags") and self._is_on("colorizeByTag", default=True):
            return _chosen(self._scheme, self._of_tag.get(self._first(record["tags"])))
        return _at(self._scheme, 0)

    def _color_of_section(self, section: Record) -> object:
        data, named = section.get("data"), self._settings.get("groupColors")
        if isinstance(data, Mapping) and "color" in data and not self._is_on("ignoreColorData"):
            return _chosen(self._groups, data["color"])
        if isinstance(named, Mapping) and section["title"] in named:
            return _chosen(self._groups, named[section["title"]])
        if section.get("tags") and self._is_on("colorizeGroupsByTag"):
            return _chosen(self._groups, self._of_group.get(self._first(section["tags"])))
        return _at(self._groups, min(len(self._groups), section["level"]) - 1)

    def _first(self, tags: list[str]) -> str:
        """The tag of the highest priority; of equal ones the first."""
        return max(tags, key=lambda tag: self._tags.get(tag, {}).get("priority") or 0)


def _at(colors: list[Any], place: int) -> Any:  # noqa: ANN401  # whatever the scheme lists
    return colors[place] if 0 <= place < len(colors) else None


def _chosen(colors: list[Any], color: object) -> Any:  # noqa: ANN401
    """A colour that is written out, or the one at a place of the scheme; ``None`` if neither."""
    if isinstance(color, Mapping):
        color = color.get("color")
    if isinstance(color, str):
        return color if _COLOR.fullmatch(color) else None
    if isinstance(color, int) and not isinstance(color, bool):
        found = _at(colors, color)
        return found if isinstance(found, str) and _COLOR.fullmatch(found) else None
    return None
