"""What is wrong or noteworthy with CAF: the codes, in words."""

from argmap.formats._findings import Codes

_LEFT_OUT = "it is left out; the rest of the graph is read"
CODES: Codes = {
    "CX01": ("error", "{why}", "CAF is XML whose outermost element is <caf>"),
    "CX02": (
        "error",
        "the id {id!r} is already taken; this {what} is called {new!r}",
        "give each statement and argument an id of its own; references mean the first",
    ),
    "CX03": ("error", "the argument {id!r} refers to {end!r}, which is not there", _LEFT_OUT),
    "CX04": ("error", "the argument {id!r} has no premises", _LEFT_OUT),
    "CX05": (
        "warning",
        "the argument {id!r} has the weight {weight!r}, which is no number from 0 to 1",
        "it is kept among the data of the relation",
    ),
    "CX06": (
        "note",
        "the statement {id!r} is used denied; the claim {new!r} stands for that",
        "it contradicts the statement",
    ),
    "CX07": ("warning", "the statement {id!r} has no text", "give it a <description>"),
}
