"""Nodes of Arguebuf graphs, and what of them the records of a map tell.

Under ``arguebuf`` a record has ``rest``, what its node has besides; ``atom`` or ``scheme``, what
that says otherwise than it would be written; ``direct`` if it is an edge without a scheme.
"""

from collections.abc import Container, Mapping
from typing import Any

from argmap.formats._node_graph import Node, node_data
from argmap.formats.arguebuf.schemes import kind_of, scheme_of
from argmap.model.anchor import Anchor
from argmap.model.claim import Claim
from argmap.model.relation import Relation

KEY = "arguebuf"
MAJOR = "MajorClaim"


class People:
    """Participants by id, and their names."""

    def __init__(self, participants: object) -> None:
        self.participants: Node = dict(participants) if isinstance(participants, dict) else {}
        self._ids: dict[str, str] = {}
        for id in self.participants:
            self._ids.setdefault(self.name(id), id)

    def name(self, id: str) -> str:
        """What a participant is called; the id of one without a name."""
        record = self.participants.get(id)
        name = record.get("name") if isinstance(record, dict) else None
        return name if isinstance(name, str) and name else id

    def id(self, name: str) -> str:
        """The id of the participant of that name, who is added if there is none."""
        from argmap.model.names import slug

        if name not in self._ids:
            id = wanted = slug(name) or "participant"
            number = 1
            while id in self.participants:
                number += 1
                id = f"{wanted}-{number}"
            self.participants[id] = {"name": name}
            self._ids[name] = id
        return self._ids[name]


def anchor_of(reference: object) -> Anchor | None:
    """Where a text is taken from."""
    if not isinstance(reference, dict):
        return None
    text, offset = reference.get("text"), reference.get("offset", 0)
    quote = text if isinstance(text, str) else ""
    if not isinstance(offset, int) or isinstance(offset, bool) or offset < 0:
        return Anchor(quote=quote) if quote else None
    if "resource" not in reference and "offset" not in reference:
        return Anchor(quote=quote) if quote else None
    return Anchor(start=offset, end=offset + len(quote), quote=quote)


def _reference(anchor: Anchor) -> Node:
    offset = {} if anchor.start is None else {"offset": anchor.start}
    return {**offset, **({"text": anchor.quote} if anchor.quote else {})}


def atom(claim: Claim, people: People) -> Node:
    """The atom of a claim."""
    kept = node_data(claim.data, KEY).get("atom")
    kept = dict(kept) if isinstance(kept, dict) else {}
    made: Node = {}
    text = claim.text or claim.title
    if text:
        made["text"] = text
    elif isinstance(kept.get("text"), str) and kept["text"]:
        kept.pop("text")
    if claim.source is not None:
        made["reference"] = _reference(claim.source)
    if anchor_of(kept.get("reference")) != claim.source:
        kept.pop("reference", None)
    speaker = claim.data.get("speaker")
    if isinstance(speaker, str) and speaker:
        before = kept.get("participant")
        if not isinstance(before, str) or people.name(before) != speaker:
            kept.pop("participant", None)
            made["participant"] = people.id(speaker)
    elif isinstance(kept.get("participant"), str) and kept["participant"]:
        kept.pop("participant")
    told = {"text"} if text else set()
    return {**made, **{key: value for key, value in kept.items() if key not in told}}


def scheme(relation: Relation) -> Node:
    """The scheme of a relation."""
    kept = node_data(relation.data, KEY).get("scheme")
    if isinstance(kept, dict):
        if kind_of(kept, relation.target_type) == (relation.kind, relation.scheme):
            return kept
        rest = {key: value for key, value in kept.items() if key not in _TYPES}
        return {**scheme_of(relation.kind, relation.scheme), **rest}
    return scheme_of(relation.kind, relation.scheme)


_TYPES = frozenset({"support", "attack", "rephrase", "preference"})


def node(part: str, made: Node, data: Mapping[str, object], free: Node) -> Node:
    """The node of a record, with the data that are no format's as those of its user."""
    rest = node_data(data, KEY).get("rest")
    rest = rest if isinstance(rest, dict) else {}
    return {part: made, **rest, **user_data(rest, free)}


def user_data(rest: Mapping[str, Any], free: Node) -> Node:
    """The user's data of a record, if it has any."""
    kept = rest.get("userdata")
    return {"userdata": {**(kept if isinstance(kept, dict) else {}), **free}} if free else {}


def taken_user_data(record: Node, spoken_for: Container[str]) -> tuple[Node, Node]:
    """The user's data of a node as data of a record; and what is left of the node."""
    rest = dict(record)
    user = rest.get("userdata")
    if not isinstance(user, dict) or not user:
        return {}, rest
    kept = {key: value for key, value in user.items() if key in spoken_for}
    if kept:
        rest["userdata"] = kept
    else:
        del rest["userdata"]
    return {key: value for key, value in user.items() if key not in kept}, rest
