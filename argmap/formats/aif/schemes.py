"""Scheme nodes: which types there are, what they come to in a map, and what schemes are called."""

from collections.abc import Mapping
from typing import Any

from argmap.model.relation import Kind, TargetType

STEPS = ("RA", "CA", "MA")
"""The types of nodes that are steps of reasoning: inference, conflict, rephrase."""
TYPES = frozenset({"I", "L", "YA", "TA", "PA", *STEPS})
_DEFAULT = {
    "RA": ("Default Inference", "72"),
    "CA": ("Default Conflict", "71"),
    "MA": ("Default Rephrase", "144"),
}
_UNNAMED = {type: frozenset({"", type, name}) for type, (name, _) in _DEFAULT.items()}
_KINDS: dict[tuple[str, str], Kind] = {
    ("RA", "claim"): "support",
    ("RA", "relation"): "support",
    ("CA", "claim"): "rebuttal",
    ("CA", "relation"): "undercut",
    ("MA", "claim"): "equivalence",
    ("MA", "relation"): "equivalence",
}
_TYPES: dict[Kind, str] = {
    "support": "RA",
    "entailment": "RA",
    "rebuttal": "CA",
    "undercut": "CA",
    "contrary": "CA",
    "contradiction": "CA",
    "equivalence": "MA",
}
_IDS = {
    "analogy": "1",
    "cause to effect": "4",
    "commitment": "6",
    "correlation to cause": "7",
    "example": "14",
    "expert opinion": "15",
    "ignorance": "19",
    "inconsistent commitment": "20",
    "position to know": "26",
    "practical reasoning": "28",
    "sign": "30",
    "verbal classification": "31",
    "established rule": "61",
    "exceptional case": "62",
    "consequences": "237",
}
"""The numbers that AIFdb gives to schemes, as far as they are known from its files."""
_NAMES = {id: name.title() for name, id in _IDS.items()}

Node = dict[str, Any]


def kind_of(type: str, target_type: str) -> Kind:
    """What a scheme node comes to that bears on a claim, or on a step."""
    return _KINDS[type, target_type]


def type_of(kind: Kind) -> str:
    """The type of the nodes that stand for relations of a kind."""
    return _TYPES[kind]


def plain_kind(kind: Kind, target_type: TargetType) -> Kind:
    """The kind that a relation is read as from the type of its node and its target alone."""
    return _KINDS[_TYPES[kind], target_type]


def scheme_of(type: str, node: Mapping[str, Any], number: object = None) -> str:
    """The scheme that a node names, if it is not the default one of its type.

    Where it names none, a number may say which it is: its own ``schemeID``, or the one given.
    """
    unnamed = _UNNAMED[type]
    for key in ("scheme", "text"):
        name = node.get(key)
        if isinstance(name, str) and name not in unnamed:
            return name
    for id in (node.get("schemeID"), number):
        if isinstance(id, str | int) and str(id) in _NAMES:
            return _NAMES[str(id)]
    return ""


class Schemes:
    """The schemes that nodes name; each way of naming one is looked up once.

    ``numbers`` are those that a document gives for nodes, by their ids.
    """

    def __init__(self, numbers: Mapping[str, object]) -> None:
        self._numbers = numbers
        self._known: dict[tuple[object, ...], tuple[str, Node]] = {}

    def of(self, type: str, key: str, node: Mapping[str, Any]) -> tuple[str, Node]:
        """The scheme of a node, and how a node of it says so that says nothing else."""
        get = node.get
        number = self._numbers.get(key)
        said = type, get("text"), get("scheme"), get("schemeID"), number
        try:
            return self._known[said]
        except KeyError:
            scheme = scheme_of(type, node, number)
            self._known[said] = scheme, scheme_keys(type, scheme)
            return self._known[said]
        except TypeError:  # something there that is no name
            scheme = scheme_of(type, node, number)
            return scheme, scheme_keys(type, scheme)


def numbers_of(fulfilments: object) -> dict[str, object]:
    """The schemes that nodes are said to be of, by the ids of the nodes."""
    return {
        str(each["nodeID"]): each.get("schemeID")
        for each in (fulfilments if isinstance(fulfilments, list) else ())
        if isinstance(each, dict) and "nodeID" in each
    }


def scheme_number(type: str, scheme: str) -> str | None:
    """The number of a scheme at AIFdb, if it is known; that of the default one for none."""
    if not scheme:
        return _DEFAULT[type][1]
    return _IDS.get(_spaced(scheme))


def scheme_keys(type: str, scheme: str) -> Node:
    """How a node says of itself that it is of a scheme."""
    name = scheme or _DEFAULT[type][0]
    number = scheme_number(type, scheme)
    keys = {"text": name, "scheme": name}
    return keys if number is None else {**keys, "schemeID": number}


def _spaced(scheme: str) -> str:
    """A name as it compares: ``CauseToEffect`` is ``cause to effect``."""
    words = "".join(f" {letter}" if letter.isupper() else letter for letter in scheme)
    return " ".join(words.lower().replace("_", " ").split())
