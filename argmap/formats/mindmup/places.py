"""Where in a JSON text an idea stands: parsers tell this only of texts they cannot read."""

import re
from typing import Any

from argmap.formats._format import Source
from argmap.model.span import Span

_ID = re.compile(r'"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*)')


class Places:
    """The places of ideas by their ids: of the first that has it. Linear, on the first question."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._found: dict[str, Span] | None = None

    def of(self, idea: dict[str, Any]) -> Span:
        """Where the id of an idea is written; the start of the text if it has none."""
        if self._found is None:
            self._found = self._find()
        key = str(idea.get("id"))
        return self._found.get(key, Span(self._source.name, 1, 1, 1, 1))

    def _find(self) -> dict[str, Span]:
        from json import loads

        found: dict[str, Span] = {}
        line, at = 1, 0
        text = self._source.text
        for match in _ID.finditer(text):
            offset = match.start()
            line += text.count("\n", at, offset)
            at = offset
            column = offset - text.rfind("\n", 0, offset)
            try:
                key = str(loads(match[1]))
            except ValueError:
                continue
            found.setdefault(key, Span(self._source.name, line, column, line, column))
        return found
