"""What a map says in the words of Carneades: the data under ``carneades``."""

from collections.abc import Mapping
from typing import Any

KEY = "carneades"


def is_carneades(map_data: Mapping[str, object]) -> bool:
    """Whether a map is told as Carneades tells one: it assumes nothing but what it says."""
    return isinstance(map_data.get(KEY), Mapping)


def part(data: Mapping[str, object], key: str) -> Any:  # noqa: ANN401  # whatever the file says
    """What data hold of a Carneades file under this key; nothing if they hold none."""
    found = data.get(KEY)
    return found.get(key) if isinstance(found, Mapping) else None


def mapping(value: object) -> Mapping[str, object]:
    """A mapping by texts; an empty one of what is none."""
    return value if isinstance(value, Mapping) else {}


def words(value: object) -> list[str]:
    """The items of a list as texts; none of what is no list."""
    items = value if isinstance(value, list) else []
    return [str(item).lower() if isinstance(item, bool) else str(item) for item in items]
