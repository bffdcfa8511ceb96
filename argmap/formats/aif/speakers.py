"""Who says what: from locutions and utterances to the claims that are made with them."""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.formats.aif.schemes import Node
from argmap.model.anchor import Anchor

_LONGEST_NAME = 60


def utterances(
    types: Mapping[str, object], pairs: Iterable[tuple[str, str]]
) -> dict[str, list[str]]:
    """The utterances that each claim is made with: locution, illocution, claim."""
    acts: dict[str, list[str]] = {}
    made: list[tuple[str, str]] = []
    for source, target in pairs:
        if types.get(source) == "L" and types.get(target) == "YA":
            acts.setdefault(target, []).append(source)
        elif types.get(source) == "YA" and types.get(target) == "I":
            made.append((source, target))
    found: dict[str, list[str]] = {}
    for act, claim in made:
        found.setdefault(claim, []).extend(acts.get(act, ()))
    return found


def speakers(
    nodes: Mapping[str, Node],
    said: Mapping[str, Iterable[str]],
    locutions: Iterable[Any],
    names: Mapping[str, str],
) -> dict[str, str]:
    """The one who says each claim that somebody is known to say; of several the first.

    A person has one of the ``names``, else the name that an utterance begins with, else an id.
    """
    persons: dict[str, str] = {}
    for locution in locutions:
        if isinstance(locution, dict) and "nodeID" in locution:
            person = locution.get("personID")
            if isinstance(person, str | int) and not isinstance(person, bool):
                persons.setdefault(str(locution["nodeID"]), str(person))
    found = {
        key: names.get(person, person)
        for key, person in persons.items()
        if key in nodes and nodes[key].get("type") == "I"
    }
    for claim, uttered in said.items():
        for key in uttered:
            person = persons.get(key, "")
            name = names.get(person) or _prefix(nodes[key].get("text")) or person
            if name:
                found.setdefault(claim, name)
    return found


def _prefix(text: object) -> str:
    """The name that an utterance begins with, if it looks like one."""
    name, colon, _ = text.partition(" : ") if isinstance(text, str) else ("", "", "")
    return name.strip() if colon and len(name) <= _LONGEST_NAME else ""


def names_of(participants: object) -> dict[str, str]:
    """The names of participants by their ids."""
    names: dict[str, str] = {}
    for each in participants if isinstance(participants, list) else ():
        if not isinstance(each, dict):
            continue
        parts = (each.get("firstname"), each.get("surname"))
        name = " ".join(part.strip() for part in parts if isinstance(part, str) and part.strip())
        id = each.get("participantID")
        if name and isinstance(id, str | int) and not isinstance(id, bool):
            names.setdefault(str(id), name)
    return names


def ids_of(participants: object) -> dict[str, object]:
    """The ids of participants by their names; of two of one name that of the first."""
    ids: dict[str, object] = {}
    names = names_of(participants)
    for each in participants if isinstance(participants, list) else ():
        id = each.get("participantID") if isinstance(each, dict) else None
        if str(id) in names:
            ids.setdefault(names[str(id)], id)
    return ids


def sources(said: Mapping[str, Iterable[str]], quotes: Mapping[str, Anchor]) -> dict[str, Anchor]:
    """Where each claim stands that is quoted itself, or that an utterance that is makes."""
    if not quotes:
        return {}
    found = dict(quotes)
    for claim, uttered in said.items():
        for key in uttered:
            if key in quotes:
                found.setdefault(claim, quotes[key])
    return found
