"""What is wrong or noteworthy with an Arguebuf graph: the codes, in words."""

from argmap.model.diagnostic import Severity

_KEPT = "it is kept and will be written again, but is no part of the map"
PROBLEMS: dict[str, tuple[Severity, str, str]] = {
    "AB01": ("error", "{why}", "an Arguebuf graph has nodes and edges, each by its id"),
    "AB02": ("error", "{where} {why}", "it is left out; everything else is read"),
    "AB03": (
        "error",
        "the edge {id!r} has {gone} at an end, which no node is called",
        "add the node, or take the edge out; the rest is read",
    ),
    "AB04": ("warning", "the node {id!r} is neither an atom nor a scheme", _KEPT),
    "AB05": ("warning", "the atom {id!r} has no text", ""),
    "AB06": ("warning", "the scheme {id!r} has no atom as a premise", _KEPT),
    "AB07": ("warning", "the scheme {id!r} leads to no atom", _KEPT),
    "AB08": (
        "warning",
        "the scheme {id!r} has {count} conclusions",
        "it is read as one step to each of them",
    ),
    "AB09": (
        "warning",
        "the edge {id!r} is part of no step from atoms to a conclusion",
        _KEPT,
    ),
    "AB10": (
        "warning",
        "{where} names {gone}, which is not there",
        "it is kept and will be written again",
    ),
    "AB11": (
        "note",
        "preferences, which are no part of the map: {count}",
        "they are kept and will be written again",
    ),
}
"""By code: how bad it is, the message, and what to do about it. A note is given once a file."""
