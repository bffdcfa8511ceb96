"""Settings that a project keeps for its maps, read from the file that holds for them."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from argmap.diagnostics.selecting import Layer, meant, nearest
from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span
from argmap.store.encodings import is_encoding, nearest_encodings
from argmap.store.files import read_file
from argmap.store.projects import SHARED, relative

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class Configuration(NamedTuple):
    """What one file sets; ``source`` is a path that can be opened, ``problems`` what is wrong.

    ``per_file`` are patterns of file names with the prefixes of codes to ignore in such files.
    """

    file: str = ""
    codes: Layer = Layer()
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
    encoding: str | None = None
    source: str | None = None
    problems: tuple[Diagnostic, ...] = ()

    def ignored_in(self, path: str) -> Layer:
        """What is to be ignored in a file, by its path from here or by its mere name."""
        if not self.per_file:
            return Layer()
        from fnmatch import fnmatchcase

        here = os.path.dirname(os.path.abspath(self.file))
        called = (relative(path, here), os.path.basename(path))
        fits = (codes for glob, codes in self.per_file if any(fnmatchcase(c, glob) for c in called))
        return Layer(None, tuple(code for codes in fits for code in codes))


def read_configuration(file: str) -> Configuration:
    """What a file sets; whatever is wrong with it becomes a problem, and the rest holds."""
    text, problem = read_file(file)
    if problem is not None:
        message = f"the configuration cannot be read: {problem.message}"
        span = problem.span or Span(file, 1, 1, 1, 1)
        return Configuration(file, problems=(Diagnostic("CF01", "error", message, span),))
    return _Reader(file, text).read()


class _Reader:
    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._lines = text.split("\n")
        self._problems: list[Diagnostic] = []

    def read(self) -> Configuration:
        table = self._table()
        made: dict[str, Any] = {}
        makers: dict[str, Callable[[str, Any], Any]] = {
            "select": self._codes,
            "ignore": self._codes,
            "per-file-ignores": self._per_file,
            "encoding": self._encoding,
            "source": self._source,
        }
        for key, value in table.items():
            if key in makers:
                made[key] = makers[key](key, value)
            else:
                self._report("CF02", key, f"there is no setting {key!r}", _nearest(key, makers))
        select, ignore = made.get("select"), made.get("ignore") or ()
        return Configuration(
            self._file, Layer(select, ignore), made.get("per-file-ignores") or (),
            made.get("encoding"), made.get("source"), tuple(self._problems),
        )  # fmt: skip

    def _table(self) -> Mapping[str, Any]:
        import tomllib

        try:
            document = tomllib.loads("\n".join(self._lines))
        except tomllib.TOMLDecodeError as error:
            self._report_unreadable(str(error))
            return {}
        except RecursionError:
            self._report_unreadable("it is nested too deeply")
            return {}
        if os.path.basename(self._file) != SHARED:
            return document
        tool = document.get("tool")
        ours = tool.get("argmap", {}) if isinstance(tool, dict) else {}
        if isinstance(ours, dict):
            return ours
        self._report("CF03", "argmap", "tool.argmap is a table of settings")
        return {}

    def _codes(self, key: str, value: object) -> tuple[str, ...] | None:
        """Prefixes of codes; ``None`` if the value is no list of texts."""
        from argmap.diagnostics.explanation import names

        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._report("CF03", key, f"{key} is a list of codes", 'such as ["RE02", "AD"]')
            return None
        known = names()
        prefixes = [meant(word, known) for word in value]
        for word, prefix in zip(value, prefixes, strict=True):
            if prefix is None:
                near = nearest(word, known)
                hint = f"did you mean {near[0]}?" if near else "`argmap explain` lists all codes"
                self._report("CF03", word, f"there is no diagnostic {word!r}", hint)
        return tuple(prefix for prefix in prefixes if prefix is not None)

    def _per_file(self, key: str, value: object) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
        if not isinstance(value, dict):
            self._report("CF03", key, f"{key} is a table of lists of codes, by names of files")
            return None
        return tuple((glob, self._codes(glob, codes) or ()) for glob, codes in value.items())

    def _encoding(self, key: str, value: object) -> str | None:
        if isinstance(value, str) and is_encoding(value):
            return value
        near = nearest_encodings(value) if isinstance(value, str) else []
        hint = f"did you mean {near[0]}?" if near else 'such as "utf-8" or "latin-1"'
        self._report("CF03", key, f"there is no encoding {value!r}", hint)
        return None

    def _source(self, key: str, value: object) -> str | None:
        if isinstance(value, str) and value and "\0" not in value:
            return os.path.join(os.path.dirname(self._file), value)
        self._report("CF03", key, f"{key} is the name of a text file")
        return None

    def _report(self, code: str, words: str, message: str, hint: str = "") -> None:
        """Note a problem with a key or a value, where the words first stand in our table."""
        self._problems.append(Diagnostic(code, "error", message, self._span(words), hint))

    def _report_unreadable(self, why: str) -> None:
        place = _AT.search(why)
        line, column = (int(number or 0) for number in place.groups()) if place else (1, 1)
        line = line or len(self._lines)
        column = column or max(1, len(self._lines[line - 1]))
        why = _AT.sub("", why)
        message = f"the configuration is not TOML: {why[:1].lower()}{why[1:]}"
        span = Span(self._file, line, column, line, column)
        self._problems.append(Diagnostic("CF01", "error", message, span, _HINT))

    def _span(self, words: str) -> Span:
        for number, line in self._numbered():
            column = line.find(words)
            if column >= 0 and not line.lstrip().startswith("#"):
                return Span(self._file, number, column + 1, number, column + max(1, len(words)))
        return Span(self._file, 1, 1, 1, 1)

    def _numbered(self) -> Iterator[tuple[int, str]]:
        """The lines of our table with their numbers from 1."""
        headers = ("[tool.argmap", "tool.argmap")
        ours = os.path.basename(self._file) != SHARED
        for number, line in enumerate(self._lines, 1):
            ours |= line.lstrip().startswith(headers)
            if ours:
                yield number, line


_HINT = "TOML is one `key = value` a line, with text in quotation marks"


def _nearest(key: str, keys: Mapping[str, object]) -> str:
    from argmap.query.search import nearest_names

    near = nearest_names(key, keys)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(keys)}"
