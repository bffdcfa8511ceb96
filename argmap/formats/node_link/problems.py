"""What is wrong or noteworthy with node-link JSON: the codes, in words."""

from argmap.formats._json_problems import Table

_LEFT_OUT = "it is left out; the rest of the graph is read"
TABLE: Table = {
    "NL01": ("error", "{why}", "node-link JSON is an object with arrays of nodes and of edges"),
    "NL02": ("error", "{what} {why}", _LEFT_OUT),
    "NL03": (
        "error",
        "the id {id!r} is already taken; this node is called {new!r}",
        "give each node an id of its own; links mean the first",
    ),
    "NL04": ("error", "this link refers to {id!r}, which is no node", _LEFT_OUT),
    "NL05": (
        "warning",
        "this link does not say what kind of relation it is; all such links are read as supports",
        "add a `kind`: support, rebuttal, undercut, contrary, contradiction, entailment, …",
    ),
    "NL06": (
        "warning",
        "the kind {word!r} is none that argmap knows; it is read as support, and kept",
        "say support, rebuttal, undercut, contrary, contradiction, entailment or equivalence",
    ),
    "NL07": (
        "warning",
        "this graph is undirected; its links are read as leading from source to target",
        "give it `directed`: true if that is so",
    ),
    "NL08": ("error", "the relation {id!r} has no {what}", _LEFT_OUT),
    "NL09": (
        "error",
        "the relation {id!r} already has a target, and this link names another",
        "this link is left out; write a relation for each target",
    ),
    "NL10": (
        "warning",
        "the attribute {name!r} is not what its field needs, and is only kept",
        "a weight is a number from 0 to 1; `argmap schema map` describes the other fields",
    ),
    "NL11": (
        "warning",
        "{what} of the graph is no record that argmap knows; they are only kept",
        "`argmap schema map` describes arguments and sections",
    ),
}
CODE_OF = {
    "taken": "NL03",
    "dangling": "NL04",
    "unlabelled": "NL05",
    "kind": "NL06",
    "loose": "NL08",
    "many": "NL09",
    "unfit": "NL10",
    "record": "NL11",
}
"""The codes of what can be wrong with any graph."""
