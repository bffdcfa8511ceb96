"""What is wrong or noteworthy with a Carneades file: the codes, in words."""

from argmap.formats._yaml_text import Yaml
from argmap.model.diagnostic import Diagnostic, Severity

PROBLEMS: dict[str, tuple[Severity, str, str]] = {
    "CA01": ("error", "{why}", "a Carneades file is YAML with statements and arguments"),
    "CA02": ("error", "{where} {why}", "it is left out; everything else is read"),
    "CA03": (
        "error",
        "{where} names {gone}, which is no statement",
        "it is left out; add the statement, or correct the name",
    ),
    "CA04": (
        "error",
        "the key {key!r} is there twice",
        "the last one is read; give each thing a name of its own",
    ),
    "CA05": (
        "warning",
        "{where} names {gone}, which is no statement",
        "it is kept and will be written again",
    ),
    "CA06": (
        "warning",
        "{id!r} is tested to be {other} as well as {label}",
        "a statement has one label; the first is read",
    ),
    "CA07": (
        "note",
        "statements that only the schemes of the file can make: {count}",
        "argmap makes no arguments from schemes; what is said of these is kept",
    ),
    "CA08": ("warning", "{where} has premises that are no list", "they are read as one premise"),
    "CA09": (
        "note",
        "the issue {id!r} has {count} positions",
        "it is kept, but so many are not read as contrary to each other",
    ),
    "CA10": (
        "warning",
        "{id!r} is an assumption, but also said not to be assumed",
        "it is assumed",
    ),
}
"""By code: how bad it is, the message, and what to do about it."""


class Problems:
    """The diagnostics of a file, as they turn up."""

    def __init__(self, yaml: Yaml) -> None:
        self.found: list[Diagnostic] = []
        self._yaml = yaml

    def at(
        self, container: object, key: str | int | None, code: str, /, *about: str, **words: object
    ) -> None:
        """Report a problem of a key of a mapping, or of an item of a list."""
        severity, message, hint = PROBLEMS[code]
        span = self._yaml.span(container, key)
        self.found.append(Diagnostic(code, severity, message.format(**words), span, hint, about))
