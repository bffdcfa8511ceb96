"""The JSON Schemas that are shipped with argmap."""

import os

_FOLDER = os.path.join(os.path.dirname(__file__), "schemas")


def names() -> list[str]:
    """The names of the schemas: a document of schema ``argmap/trace/1`` is held to ``trace``."""
    return sorted(name.removesuffix(".json") for name in os.listdir(_FOLDER))


def schema(name: str) -> str:
    """The text of a schema; raises :class:`KeyError` if there is none of that name."""
    if name not in names():
        raise KeyError(name)
    with open(os.path.join(_FOLDER, f"{name}.json"), encoding="utf-8") as file:
        return file.read()
