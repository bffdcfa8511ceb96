"""Telling AIF from other JSON by its first members, without reading all of it."""

import re
from collections.abc import Iterator

_OPENING = re.compile(r"\ufeff?\s*\{\s*")
_KEY = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:\s*')
_NEXT = re.compile(r"\s*,\s*")
_EMPTY = re.compile(r"\[\s*\]|null")
_WITHIN = r'\[\s*\{(?:[^"\[\]{}]|"(?:[^"\\]|\\.)*+")*?"(?:%s)"\s*:'
"""Inside the first object of an array, up to a key of it; strings are passed over whole."""
_ITEMS = {
    "nodes": re.compile(_WITHIN % "nodeID"),
    "edges": re.compile(_WITHIN % "fromID|toID"),
    "locutions": re.compile(_WITHIN % "nodeID|personID"),
}
_ANYWHERE = {
    "participants": re.compile(r"\["),
    "schemefulfillments": re.compile(r"\["),
    "argmap": re.compile(r"\{"),
}

_AROUND = frozenset({"OVA", "Skeptic", "actors", "dialog", "ova", "propositionClassifier", "text"})


def members(text: str) -> Iterator[tuple[str, int]]:
    """The members of the object that a text holds, each with the offset of its value.

    It ends without complaint where the text is no such object any more; a value is passed over
    only when the next member is asked for.
    """
    match = _OPENING.match(text)
    while match and (key := _KEY.match(text, match.end())):
        yield key.group(1), key.end()
        end = _end(text, key.end())
        match = _NEXT.match(text, end) if end else None


def _end(text: str, offset: int) -> int:
    """Where the value that begins at an offset ends; 0 if it does not."""
    from json import JSONDecoder

    try:
        return JSONDecoder().raw_decode(text, offset)[1]
    except (ValueError, RecursionError):
        return 0


def looks_like_aif(text: str) -> bool:
    """Whether its first members are those of an AIF graph."""
    seen = set()
    for key, offset in members(text):
        if key in _ITEMS:
            if _ITEMS[key].match(text, offset):
                return True
            if not _EMPTY.match(text, offset):
                return False
            seen.add(key)
        elif key not in _ANYWHERE or not _ANYWHERE[key].match(text, offset):
            return False
    return {"nodes", "edges"} <= seen


def looks_like_xaif(text: str) -> bool:
    """Whether there is a member ``AIF`` that holds nodes, after none but those of xAIF."""
    for key, offset in members(text):
        if key == "AIF":
            return text.startswith("{", offset) and '"nodes"' in text
        if key not in _AROUND:
            return False
    return False
