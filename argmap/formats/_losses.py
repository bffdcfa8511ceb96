"""What a format cannot express, counted by kind and named by id."""

import re
from collections.abc import Iterable, Mapping

from argmap.model.diagnostic import Diagnostic, Severity

_NAMED = 5
_PLURAL = re.compile(r"(?:(?P<y>\w+)ies|(?P<s>\w*[^\Ws])s)\b")
_OF_WHAT = re.compile(r" (of|in|to) (\w+)s$")


class Losses:
    """What is lost in writing a map, as it turns up.

    ``format`` is what the format is called in messages. Things are called by their plurals, by
    the same words for all formats: see :mod:`argmap.formats._unsaid`.
    """

    def __init__(self, format: str) -> None:
        self._format = format
        self._dropped: dict[str, dict[str, int]] = {}
        self._changed: dict[tuple[str, str], dict[str, int]] = {}
        self._hidden: dict[str, dict[str, int]] = {}

    def drop(self, what: str, id: str, number: int = 1) -> None:
        """Note that something is left out of a record, or so many of the same kind."""
        _count(self._dropped.setdefault(what, {}), id, number)

    def change(self, what: str, into: str, id: str, number: int = 1) -> None:
        """Note that something is written as something else that is not quite the same."""
        _count(self._changed.setdefault((what, into), {}), id, number)

    def hide(self, what: str, id: str) -> None:
        """Note that something is written in words of our own, which other programs pass over."""
        _count(self._hidden.setdefault(what, {}), id, 1)

    def diagnostics(self) -> list[Diagnostic]:
        """One diagnostic for each kind of loss, in the order in which they turned up."""
        found = []
        for what, ids in self._dropped.items():
            them = "them" if _are_several(ids) else what
            message = f"dropped: {_counted(what, ids)}, {self._format} cannot express {them}"
            found.append(_loss("LS01", message, ids))
        for (what, into), ids in self._changed.items():
            made = into if _are_several(ids) else _made_of_one(into)
            message = f"changed: {_counted(what, ids)} into {made}, as near as {self._format} comes"
            found.append(_loss("LS02", message, ids))
        for what, ids in self._hidden.items():
            them = "them" if _are_several(ids) else what
            said = f"only for argmap: {_counted(what, ids)}"
            message = f"{said}, {self._format} has no words for {them}"
            found.append(_loss("LS03", message, ids, "note"))
        return found


def comments_left_out(count: int, hint: str) -> Diagnostic:
    """That so many comments of a text are in nothing that is written."""
    what = "1 comment is" if count == 1 else f"{count} comments are"
    was = "was" if count == 1 else "were"
    message = f"{what} not part of a map and {was} left out"
    return Diagnostic("LS04", "note", message, None, hint)


def lost(losses: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The losses that a map suffers: not what is written in words of our own, and no comments."""
    return [loss for loss in losses if loss.severity != "note"]


def singular(what: str) -> str:
    """What one of some things is called: the first plural is made one, and what it is of.

    >>> singular("metadata entries")
    'metadata entry'
    >>> singular("texts of arguments")
    'text of an argument'
    """
    one = _PLURAL.sub(lambda match: f"{match['y']}y" if match["y"] else match["s"], what, count=1)
    return _OF_WHAT.sub(lambda match: f" {match[1]} {_with_article(match[2])}", one)


def _made_of_one(into: str) -> str:
    """What one thing becomes; a phrase is left as it is, for one may become several."""
    return into if " " in into else _with_article(singular(into))


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _count(ids: dict[str, int], id: str, number: int) -> None:
    ids[id] = ids.get(id, 0) + number


def _are_several(ids: Mapping[str, int]) -> bool:
    return sum(ids.values()) > 1


def _counted(what: str, ids: Mapping[str, int]) -> str:
    """How many of them there are, and the first ids of what has them."""
    named = list(ids)[:_NAMED]
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    noun = what if _are_several(ids) else singular(what)
    return f"{sum(ids.values())} {noun} ({', '.join(named)}{more})"


def _loss(
    code: str, message: str, ids: Mapping[str, int], severity: Severity = "warning"
) -> Diagnostic:
    hint = "`--json` names them all" if len(ids) > _NAMED else ""
    return Diagnostic(code, severity, message, None, hint, tuple(ids))
