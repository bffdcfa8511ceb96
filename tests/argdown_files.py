"""Argdown's own test files, where they are at hand."""

from argmap.formats import Source
from conftest import SHARED

DATA = SHARED / "data" / "argdown"
_STATUS = DATA / "status.tsv"
_LINES = _STATUS.read_text("utf-8").splitlines() if _STATUS.is_file() else []
CASES = [(line.split("\t")[0], line.split("\t")[1] == "0") for line in _LINES]
"""Each file, and whether the official tool can read it."""
READABLE = [name for name, readable in CASES if readable]


def source_of(name: str) -> Source:
    """A file as readers take it, with the files beside it."""
    path = DATA / "source" / name

    def include(other: str) -> str | None:
        found = path.parent / other
        return found.read_text("utf-8") if found.is_file() else None

    return Source(path.read_text("utf-8"), path.name, include)
