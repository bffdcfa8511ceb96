"""The tables of an index, and how a file is known for one."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

APPLICATION = 0x61726D70
VERSION = 2
"""These two are those of ``schema.sql``, which says what they mean."""

DEFAULT_NAME = "argmap.index"
"""The name of an index in the folder that it is of, where no other is asked for."""

END = "~"
"""The sign that ends each title, text, id and tag among the words."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_INDICES = (
    "maps_by_file ON maps (file)",
    "maps_by_name ON maps (name)",
    "claims_by_id ON claims (id, map)",
    "claims_by_section ON claims (section) WHERE section IS NOT NULL",
    "relations_by_claim ON relations (target_claim) WHERE target_claim IS NOT NULL",
    "relations_by_relation ON relations (target_relation) WHERE target_relation IS NOT NULL",
    "premises_by_claim ON premises (claim, relation)",
    "sections_by_map ON sections (map)",
    "sections_by_parent ON sections (parent) WHERE parent IS NOT NULL",
    "sections_by_folded_id ON sections (folded_id)",
    "sections_by_folded_title ON sections (folded_title)",
    "arguments_by_map ON arguments (map)",
    "arguments_by_id ON arguments (id)",
    "arguments_by_title ON arguments (folded_title)",
    "arguments_by_gist ON arguments (gist) WHERE gist IS NOT NULL",
    "steps_by_relation ON steps (relation)",
    "tags_by_folded_id ON tags (folded_id)",
    "tags_by_folded_title ON tags (folded_title)",
)


def schema() -> str:
    """The SQL that makes the tables, with what they mean."""
    path = os.path.join(os.path.dirname(__file__), "schema.sql")
    with open(path, encoding="utf-8") as file:
        return file.read()


def make_tables(connection: "Connection") -> None:
    """Make the tables in an empty database; the indices come when the rows are in."""
    connection.executescript(f"{schema()}\nBEGIN;")  # a script ends the transaction before it


def make_indices(connection: "Connection") -> None:
    """Make the indices on the tables."""
    for index in _INDICES:
        connection.execute(f"CREATE INDEX {index}")


def version_of(path: str) -> int | None:
    """The version of the tables in an index; ``None`` if a file is no index at all."""
    try:
        with open(path, "rb") as file:
            header = file.read(_HEADER)
    except OSError:
        return None
    if not header.startswith(_MAGIC) or int.from_bytes(header[68:72]) != APPLICATION:
        return None
    return int.from_bytes(header[60:64])
