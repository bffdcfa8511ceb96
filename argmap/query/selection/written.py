"""Settings as they are written in front matter, taken one by one with their types."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from argmap.model.claim import NO_DATA
from argmap.model.diagnostic import Diagnostic

_ChoiceT = TypeVar("_ChoiceT")


class Written:
    """One set of settings; what is not as it should be is reported, and the default taken."""

    def __init__(self, data: Mapping[str, object], name: str, found: list[Diagnostic]) -> None:
        self._name = name
        self._found = found
        written = data.get(name)
        self._written: Mapping[str, object] = NO_DATA
        if isinstance(written, Mapping):
            self._written = written
        elif written is not None:
            hint = f"write `{name}: {{key: value}}`"
            self._report("SE01", f"{name!r} holds settings, and cannot be {written!r}", hint)

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._written.get(key)
        if isinstance(value, bool):
            return value
        self._unfit(key, "it is true or false")
        return default

    def number(self, key: str, default: int) -> int:
        """A whole number."""
        value = self._written.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self._unfit(key, "it is a whole number")
        return default

    def choice(self, key: str, choices: Iterable[_ChoiceT], default: _ChoiceT) -> _ChoiceT:
        """One of several words."""
        value = self._written.get(key)
        for choice in choices:
            if choice == value:
                return choice
        self._unfit(key, f"it is one of {', '.join(map(str, choices))}")
        return default

    def names(self, key: str) -> tuple[str, ...] | None:
        """A list of names, or one name; ``None`` if nothing is said."""
        value = self._written.get(key)
        if isinstance(value, str):
            return (value,)
        if isinstance(value, list):
            return tuple(map(str, value))
        self._unfit(key, "it is a list")
        return None

    def entries(self, key: str) -> list[object]:
        """A list of anything; empty if nothing is said."""
        value = self._written.get(key)
        if isinstance(value, list):
            return value
        self._unfit(key, "it is a list")
        return []

    def by_name(self, key: str) -> dict[str, Mapping[str, object]] | None:
        """Settings for each of several names; ``None`` if nothing is said."""
        value = self._written.get(key)
        if isinstance(value, Mapping):
            return {
                str(name): about if isinstance(about, Mapping) else NO_DATA
                for name, about in value.items()
            }
        self._unfit(key, "it says something for each of several names")
        return None

    def absent(self, key: str, names: Iterable[str]) -> None:
        """Report names that a setting has and the map has not."""
        for name in names:
            message = f"'{self._name}.{key}' names {name!r}, which the map does not have"
            self._report("SE02", message, "it is written there as in the map, or left out")

    def _unfit(self, key: str, hint: str) -> None:
        value = self._written.get(key)
        if value is not None:
            self._report("SE01", f"'{self._name}.{key}' cannot be {value!r}", f"{hint}; ignored")

    def _report(self, code: str, message: str, hint: str) -> None:
        self._found.append(Diagnostic(code, "warning", message, hint=hint))
