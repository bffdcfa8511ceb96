"""What is wrong or noteworthy with LKIF: the codes, in words."""

from argmap.formats._findings import Codes

_LEFT_OUT = "it is left out; the rest of the graph is read"
CODES: Codes = {
    "LK01": ("error", "{why}", "LKIF is XML whose outermost element is <lkif>"),
    "LK02": (
        "error",
        "the id {id!r} is already taken; this {what} is called {new!r}",
        "give each statement and argument an id of its own; references mean the first",
    ),
    "LK03": ("error", "the argument {id!r} refers to {end!r}, which is not there", _LEFT_OUT),
    "LK04": ("error", "the argument {id!r} has no premises but exceptions", _LEFT_OUT),
    "LK05": (
        "warning",
        "the argument {id!r} has the weight {weight!r}, which is no number from 0 to 1",
        "it is kept among the data of the relation",
    ),
    "LK06": (
        "note",
        "the statement {id!r} is used denied; the claim {new!r} stands for that",
        "it contradicts the statement",
    ),
    "LK07": ("warning", "the statement {id!r} has no text", "put what it says into an <s> in it"),
    "LK08": ("warning", "this LKIF has no argument graph", "only argument graphs are read"),
    "LK09": (
        "warning",
        "the argument {id!r} has the direction {direction!r}, which is neither pro nor con",
        "it is read as pro",
    ),
}
