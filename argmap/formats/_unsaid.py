"""What of a map's records a plain format has no room for, noted field by field."""

from collections.abc import Container, Mapping
from functools import cache
from typing import Any

from argmap.formats._losses import Losses
from argmap.formats._yaml_text import is_too_deep
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation

UNSAID = (
    "titles",
    "tags",
    "places in sections",
    "anchors",
    "weights",
    "further wordings",
    "marks in texts",
    "speakers",
    "metadata entries",
    "arguments",
    "sections",
    "schemes",
    "labels",
)
"""What a format loses that has room for texts and relations, and for nothing else."""
_OF_CLAIMS = {
    "title": "titles",
    "tags": "tags",
    "section": "places in sections",
    "source": "anchors",
    "weight": "weights",
    "wordings": "further wordings",
    "marks": "marks in texts",
}
_OF_RELATIONS = {"scheme": "schemes", "weight": "weights", "label": "labels"}
NAMES: Mapping[Kind, str] = {
    "support": "supports",
    "rebuttal": "rebuttals",
    "undercut": "undercuts",
    "contrary": "contraries",
    "contradiction": "contradictions",
    "entailment": "entailments",
    "equivalence": "equivalences",
}
"""What relations of each kind are called in a report."""


DEEP = "deeply nested metadata entries"
"""What is lost where a format nests less deeply than data do."""


def shallow(data: Mapping[str, Any], losses: Losses, id: str) -> Mapping[str, Any]:
    """Data without what is nested too deeply to be read again, which is noted."""
    kept = {key: value for key, value in data.items() if not is_too_deep(value)}
    if len(kept) == len(data):
        return data
    losses.drop(DEEP, id, len(data) - len(kept))
    return kept


def note_unsaid(
    map: ArgumentMap, losses: Losses, said: Container[str], known: Container[str] = ()
) -> None:
    """Note each field of claims, arguments and sections that says something, but for those said.

    ``said`` are the names of fields of claims that the format has room for (``arguments`` if it has
    room for these), ``known`` those of keys of data. A title is lost only beside a text: else it
    is the text.
    """
    formats = _formats()
    for claim in map.claims.values():
        for field, what in _OF_CLAIMS.items():
            value = getattr(claim, field)
            if field not in said and (value or value == 0.0) and not _stands_in(claim, field):
                losses.drop(what, claim.id, len(value) if isinstance(value, tuple) else 1)
        _note_data(claim.id, claim.data, losses, known, formats)
    if "arguments" not in said:
        for argument in map.arguments.values():
            losses.drop("arguments", argument.id)
    if "section" not in said:
        for section in map.sections.values():
            losses.drop("sections", section.id)
    _note_data(map.name, map.data, losses, known, formats)


def note_unsaid_of(relation: Relation, losses: Losses, said: Container[str] = ()) -> None:
    """Note each field of a relation that says something, but for those said."""
    for field, what in _OF_RELATIONS.items():
        value = getattr(relation, field)
        if field not in said and (value or value == 0.0):
            losses.drop(what, relation.id)
    _note_data(relation.id, relation.data, losses, (), _formats())


def note_step_on_step(relation: Relation, losses: Losses) -> None:
    """Note a relation to another relation as left out."""
    what = "undercuts" if relation.kind == "undercut" else "other relations to steps"
    losses.drop(what, relation.id)


def text_of(claim: Claim) -> str:
    """What is written for a claim: its text, else its title."""
    return claim.text or claim.title


def _stands_in(claim: Claim, field: str) -> bool:
    return field == "title" and not claim.text


def _note_data(
    id: str,
    data: Mapping[str, object],
    losses: Losses,
    known: Container[str],
    formats: Container[str],
) -> None:
    """Note the keys of data that are no format's own: those say how a file was written."""
    lost = {key for key in data if key not in known and key not in formats}
    if "speaker" in lost:
        losses.drop("speakers", id)
    if lost - {"speaker"}:
        losses.drop("metadata entries", id, len(lost - {"speaker"}))


@cache
def _formats() -> frozenset[str]:
    from argmap.formats import names

    return frozenset(names())
