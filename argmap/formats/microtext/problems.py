"""What is wrong or noteworthy with an argument graph: the codes, in words."""

from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.span import Span

_LEFT_OUT = "it is left out; the rest of the graph is read"
PROBLEMS: dict[str, tuple[Severity, str, str]] = {
    "MT01": ("error", "{why}", "an argument graph is XML whose outermost element is <arggraph>"),
    "MT02": ("warning", "this <{name}> has no id; it is called {id!r}", "give it an id"),
    "MT03": (
        "error",
        "the id {id!r} is already taken; this <{name}> is called {new!r}",
        "give each element an id of its own; edges are taken to mean the first",
    ),
    "MT04": ("error", "the edge {id!r} has {end!r} at an end, which is not there", _LEFT_OUT),
    "MT05": ("warning", "{what} has no meaning in an argument graph", _LEFT_OUT),
    "MT06": (
        "error",
        "the edge {id!r} has the type {type!r}",
        "types are seg, sup, exa, add, reb and und; " + _LEFT_OUT,
    ),
    "MT07": ("error", "the {type} edge {id!r} joins {source} to {target}", _LEFT_OUT),
    "MT08": ("warning", "the unit {id!r} has no text", "join an <edu> to it by a seg edge"),
    "MT09": ("warning", "the {type} edge {id!r} leads to {target}; it is read as {kind}", ""),
    "MT10": (
        "note",
        "{count} segments of the text belong to no unit",
        "they are kept and will be written again",
    ),
    "MT11": (
        "note",
        "{count} segments are not found in the text beside the graph",
        "their units have no anchor",
    ),
    "MT12": (
        "warning",
        "the unit {id!r} has the type {type!r}, which is neither pro nor opp",
        "it is kept and will be written again",
    ),
}
"""By code: how bad it is, the message, and what to do about it."""


class Problems:
    """The diagnostics of a file, as they turn up."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def add(self, code: str, span: Span, **words: object) -> None:
        """Report a problem."""
        severity, message, hint = PROBLEMS[code]
        self.found.append(Diagnostic(code, severity, message.format(**words), span, hint))
