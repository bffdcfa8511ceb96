"""What the records of a map have no room for: how it lies in their data, and comes back.

Under ``carneades`` a claim has ``statement``, which is what its mapping says besides its text,
whether it is assumed, and ``meta``; or else its value, if that is no text; ``undeclared`` marks a
claim that is named only. A relation, or the argument of convergent ones, has ``argument`` in the
same way, and ``id`` if it is called otherwise than in the file; ``issue`` is the issue that a
contrary was made of. The map has the sections of the file that no record has, and under ``argmap``
what those that records have do not tell: ``assumptions`` and ``tests`` where claims come in another
order, ``unresolved`` (what tests say besides what is expected of claims) and ``undeclared`` (what
issues name that is no claim).
"""

from collections.abc import Callable, Container, Iterable, Mapping
from itertools import combinations
from typing import Any

KEY = "carneades"
OWN = "argmap"
"""Under this is what is no section of the file."""
LABELS = ("in", "out", "undecided")
SPOKEN_FOR = frozenset({"assumed", "expect", "roles", KEY})
"""Keys of data that are said elsewhere than in ``meta``."""
_MOST_POSITIONS = 8
Data = dict[str, Any]


def ridden(data: Mapping[str, object]) -> Data:
    """What data hold of a Carneades file."""
    found = data.get(KEY)
    return found if isinstance(found, dict) else {}


def part(data: Mapping[str, object], key: str) -> Data:
    """A mapping among what data hold of a Carneades file; an empty one if there is none."""
    found = ridden(data).get(key)
    return found if isinstance(found, dict) else {}


def texts(value: object) -> list[str]:
    """The texts of a list; none of what is no list."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def spelt(value: object) -> str:
    """A value as YAML spells it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def in_order(known: object, owed: Iterable[str], others: Container[str] = ()) -> list[Any]:
    """The ids that are owed, in the known order; and those of the known that are others."""
    due = dict.fromkeys(owed)
    items = known if isinstance(known, list) else []
    found = [item for item in items if spelt(item) in due or spelt(item) in others]
    there = set(map(spelt, found))
    return [*found, *(id for id in due if id not in there)]


def contraries(positions: Iterable[str], is_claim: Callable[[str], bool]) -> list[tuple[str, str]]:
    """The pairs of positions that are claims, unless there are too many."""
    known = [position for position in dict.fromkeys(positions) if is_claim(position)]
    return list(combinations(known, 2)) if len(known) <= _MOST_POSITIONS else []
