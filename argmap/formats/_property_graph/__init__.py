"""Maps as graphs whose nodes and links have attributes, as graph libraries and editors have them.

Claims are nodes. A relation is a node, too, with links from its premises and to its target, or a
link from claim to claim that says what kind it is. What a file says besides lies in the data of the
record concerned, under the name of the format: ``rest`` are attributes that no field is for,
``bare`` says that empty fields are not written, ``text`` and ``title`` name the attributes that
these fields have there, ``shown`` is the label of a drawn node, ``id`` an id unlike the record's.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from argmap.model.relation import Kind

Attributes = dict[str, Any]


class Node(NamedTuple):
    """A node; ``shown`` are the words that it is drawn with, ``number`` its place in the file."""

    id: object
    attributes: Attributes
    shown: str = ""
    number: int = 0


class Link(NamedTuple):
    """A link between nodes, by their ids."""

    source: object
    target: object
    attributes: Attributes
    shown: str = ""
    number: int = 0


class Graph(NamedTuple):
    """A graph with attributes of its own."""

    attributes: Attributes
    nodes: list[Node]
    links: list[Link]


_WORDS: Mapping[Kind, str] = {
    "support": "support supports supporting supported pro for inference infers premise reason"
    " because evidence + positive ra",
    "rebuttal": "rebuttal rebut rebuts attack attacks attacking con against objection objects"
    " conflict conflicts - negative ca counter opposes oppose refutes",
    "undercut": "undercut undercuts undercutter",
    "contrary": "contrary",
    "contradiction": "contradiction contradicts contradictory",
    "entailment": "entailment entails implies",
    "equivalence": "equivalence equivalent rephrase rephrases ma",
}
KIND_OF: Mapping[str, Kind] = {
    word: kind for kind, words in _WORDS.items() for word in words.split()
}
"""The kind that a word means, in lower case."""
_STEPS = frozenset({"relation", "ra", "inference", "ca", "conflict", "ma", "rephrase"})
_KIND_NAMES = ("kind", "relation", "type", "label", "valence", "polarity", "stance", "sign", "name")
_SAYING = ("kind", "relation", "valence", "polarity", "stance", "sign")


def word_of(value: object) -> str:
    """A value as a word that may mean a kind."""
    return value.strip().lower() if isinstance(value, str) else ""


def is_step(node: Node) -> bool:
    """Whether a node stands for a relation."""
    return word_of(node.attributes.get("type")) in _STEPS


def said_kind(item: Attributes, shown: str, on_step: bool) -> tuple[Kind | None, str]:
    """The kind that attributes say and the name of the one that says it.

    Without a kind, the name is that of an attribute that should say one, or empty. An attack on a
    step is an undercut.
    """
    if not (item or shown):
        return None, ""
    for name in _KIND_NAMES:
        if name not in item:
            continue
        word = word_of(item.get(name))
        if word in KIND_OF:
            return _seen(word, on_step), name
    if word_of(shown) in KIND_OF:
        return _seen(word_of(shown), on_step), ""
    return None, next((name for name in _SAYING if word_of(item.get(name))), "")


def _seen(word: str, on_step: bool) -> Kind:
    kind = KIND_OF[word]
    return "undercut" if on_step and kind == "rebuttal" and word != "rebuttal" else kind


def ridden(data: Mapping[str, object], format: str) -> Attributes:
    """What data hold for a format."""
    found = data.get(format)
    return found if isinstance(found, dict) else {}
