"""What is wrong or noteworthy with GraphML: the codes, in words."""

from argmap.formats._findings import Codes

_LEFT_OUT = "it is left out; the rest of the graph is read"
CODES: Codes = {
    "GM01": ("error", "{why}", "GraphML is XML whose outermost element is <graphml>"),
    "GM02": ("error", "this <{what}> {why}", _LEFT_OUT),
    "GM03": (
        "error",
        "the id {id!r} is already taken; this node is called {new!r}",
        "give each node an id of its own; edges mean the first",
    ),
    "GM04": ("error", "this edge refers to {id!r}, which is no node", _LEFT_OUT),
    "GM05": (
        "warning",
        "this edge does not say what kind of relation it is; all such edges are read as supports",
        "add a `kind`: support, rebuttal, undercut, contrary, contradiction, entailment, …",
    ),
    "GM06": (
        "warning",
        "the kind {word!r} is none that argmap knows; it is read as support, and kept",
        "say support, rebuttal, undercut, contrary, contradiction, entailment or equivalence",
    ),
    "GM07": (
        "warning",
        "this graph is undirected; its edges are read as leading from source to target",
        'give it edgedefault="directed" if that is so',
    ),
    "GM08": ("error", "the relation {id!r} has no {what}", _LEFT_OUT),
    "GM09": (
        "error",
        "the relation {id!r} already has a target, and this edge names another",
        "this edge is left out; write a relation for each target",
    ),
    "GM10": (
        "warning",
        "the attribute {name!r} is not what its field or type needs, and is only kept",
        "a weight is a number from 0 to 1; `argmap schema map` describes the other fields",
    ),
    "GM11": (
        "warning",
        "{what} of the graph is no record that argmap knows; they are only kept",
        "`argmap schema map` describes arguments and sections",
    ),
    "GM12": (
        "warning",
        "there are graphs beside or inside the first; all are read as one, and written as one",
        "split the file if they are maps of their own",
    ),
}
CODE_OF = {
    "taken": "GM03",
    "dangling": "GM04",
    "unlabelled": "GM05",
    "kind": "GM06",
    "loose": "GM08",
    "many": "GM09",
    "unfit": "GM10",
    "record": "GM11",
}
"""The codes of what can be wrong with any graph."""
