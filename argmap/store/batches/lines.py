"""The lines of a batch: a document for each map, whose beginning says which it is and how it went.

The beginning is read without reading the rest as JSON, for there can be millions.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from argmap.formats._json_text import dumped
from argmap.store.files import read_bytes

_HEAD = re.compile(
    rb'\{"schema": "argmap/batch/1", "key": "([0-9a-f]{32})", "code": ([012]), '
    rb'"final": (true|false)(, "beside": \{)?'
)
_FAILED = b', "answer": null}\n'


class Head(NamedTuple):
    """What the beginning of a line says: its key, and the exit code that the answer comes to.

    ``answered`` if there is an answer, be it of a part only.
    """

    key: bytes
    code: int
    answered: bool


def key_of(question: bytes, about: Iterable[str], raw: bytes) -> str:
    """What two results have in common if they are the same: question, map, and what it says."""
    digest = sha256(question)
    for text in about:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    digest.update(raw)
    return digest.hexdigest()[:32]


def line_of(
    key: str, code: int, beside: Mapping[str, str | None], fields: Mapping[str, object], *,
    final: bool = True,
) -> bytes:  # fmt: skip
    """The line of a result; one that is not final is asked for anew by the next run.

    ``beside`` are the hashes of other files that it depends on, nothing for those not found.
    """
    document: dict[str, object] = {"schema": "argmap/batch/1", "key": key, "code": code}
    document["final"] = final
    if beside:
        document["beside"] = dict(beside)
    return (dumped({**document, **fields}) + "\n").encode("utf-8", "backslashreplace")


def head_of(line: bytes) -> Head | None:
    """What a line is, if it is one of a batch."""
    match = _HEAD.match(line)
    if match is None:
        return None
    key, code, _, _ = match.groups()
    return Head(key, int(code), not line.endswith(_FAILED))


def is_final(line: bytes) -> bool:
    """Whether the same question would come to the same line."""
    match = _HEAD.match(line)
    return match is not None and match[3] == b"true"


def is_current(line: bytes) -> bool:
    """Whether the other files that a line depends on are still what they were."""
    match = _HEAD.match(line)
    if match is None or match[4] is None:
        return True
    from json import loads

    return all(hash_of(path) == hash for path, hash in loads(line)["beside"].items())


def hash_of(path: str) -> str | None:
    """The hash of what a file holds; nothing if it cannot be read."""
    raw = read_bytes(path)
    return sha256(raw).hexdigest()[:32] if isinstance(raw, bytes) else None
