"""What is wrong or noteworthy with a SADFace document: the codes, in words."""

from argmap.model.diagnostic import Severity

_KEPT = "it is kept and will be written again, but is no part of the map"
PROBLEMS: dict[str, tuple[Severity, str, str]] = {
    "SF01": ("error", "{why}", "a SADFace document has nodes and edges"),
    "SF02": ("error", "{where} {why}", "it is left out; the other items are read"),
    "SF03": (
        "error",
        "the edge {id!r} has {gone} at an end, which no node is called",
        "add the node, or take the edge out; the rest is read",
    ),
    "SF04": (
        "error",
        "the id {id!r} is that of an earlier node; this one is called {new!r}",
        "give each node an id of its own; edges are taken to mean the earlier node",
    ),
    "SF05": ("warning", "the node {id!r} has the type {type}, which SADFace does not have", _KEPT),
    "SF06": ("warning", "the atom {id!r} has no text", ""),
    "SF07": ("warning", "the scheme {id!r} has no atom as a premise", _KEPT),
    "SF08": ("warning", "the scheme {id!r} leads to no atom", _KEPT),
    "SF09": (
        "warning",
        "the scheme {id!r} has {count} conclusions",
        "it is read as one step to each of them",
    ),
    "SF10": (
        "warning",
        "the edge {id!r} is part of no step from atoms through a scheme to a conclusion",
        _KEPT,
    ),
    "SF11": (
        "note",
        "attacks whose direction only their version tells: {count}",
        "of version 0.5, they are read as SADFace writes them, from the target to the attacker",
    ),
}
"""By code: how bad it is, the message, and what to do about it. A note is given once a file."""
