"""What is wrong or noteworthy with Argunet's GraphML: the codes, in words."""

from argmap.formats._findings import Codes

_LEFT_OUT = "it is left out; the rest of the map is read"
CODES: Codes = {
    "AU01": ("error", "{why}", "Argunet's GraphML is XML whose outermost element is <graphml>"),
    "AU02": (
        "error",
        "the id {id!r} is already taken; this {what} is called {new!r}",
        "give each argument and thesis an id of its own; edges mean the first",
    ),
    "AU03": ("error", "the edge {id!r} has {end!r} at an end, which is not there", _LEFT_OUT),
    "AU04": (
        "error",
        "the edge {id!r} has the type {type!r}",
        "types are support, attack, sketchedSupport and sketchedAttack; " + _LEFT_OUT,
    ),
    "AU05": (
        "warning",
        "the node {id!r} holds neither a thesis nor an argument nor a group",
        "it is left out",
    ),
    "AU06": (
        "warning",
        "the argument {id!r} has premises but no conclusion",
        "its premises are read as claims, and a claim stands for the argument",
    ),
    "AU07": ("warning", "a conclusion of the argument {id!r} has no premises before it", ""),
    "AU08": (
        "warning",
        "the argument {id!r} has a proposition of the type {type!r}",
        "it is read as a premise",
    ),
    "AU09": ("note", "how the map is drawn is left out", "texts, edges, groups and ids are read"),
    "AU10": ("warning", "the edge {id!r} holds nothing of Argunet's", _LEFT_OUT),
}
