"""What a format cannot express, counted by kind and named by id."""

from collections.abc import Iterable

from argmap.model.diagnostic import Diagnostic, Severity

_NAMED = 5


class Losses:
    """What is lost in writing a map, as it turns up.

    ``format`` is what the format is called in messages.
    """

    def __init__(self, format: str) -> None:
        self._format = format
        self._dropped: dict[str, list[str]] = {}
        self._changed: dict[tuple[str, str], list[str]] = {}
        self._hidden: dict[str, list[str]] = {}

    def drop(self, what: str, id: str) -> None:
        """Note that something is left out; ``what`` is the plural of what it is."""
        self._dropped.setdefault(what, []).append(id)

    def change(self, what: str, into: str, id: str) -> None:
        """Note that something is written as something else that is not quite the same."""
        self._changed.setdefault((what, into), []).append(id)

    def hide(self, what: str, id: str) -> None:
        """Note that something is written in words of our own, which other programs pass over."""
        self._hidden.setdefault(what, []).append(id)

    def diagnostics(self) -> list[Diagnostic]:
        """One diagnostic for each kind of loss, in the order in which they turned up."""
        found = []
        for what, ids in self._dropped.items():
            message = f"dropped: {len(ids)} {what}, {self._format} cannot express them"
            found.append(_loss("LS01", message, ids))
        for (what, into), ids in self._changed.items():
            message = f"changed: {len(ids)} {what} into {into}, as near as {self._format} comes"
            found.append(_loss("LS02", message, ids))
        for what, ids in self._hidden.items():
            message = f"only for argmap: {len(ids)} {what}, {self._format} has no words for them"
            found.append(_loss("LS03", message, ids, "note"))
        return found


def lost(losses: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The losses that are some: what is written in words of our own is not lost."""
    return [loss for loss in losses if loss.severity != "note"]


def _loss(
    code: str, message: str, ids: Iterable[str], severity: Severity = "warning"
) -> Diagnostic:
    named = tuple(dict.fromkeys(ids))
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return Diagnostic(code, severity, message, None, ", ".join(named[:_NAMED]) + more, named)
