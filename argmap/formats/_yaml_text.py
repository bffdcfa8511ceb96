"""YAML as text, read and written: the types of JSON and nothing else, each value with its place.

Plain words mean what the core schema of YAML 1.2 says: ``no``, ``1:30`` and ``2020-01-01`` are
text. Tags, aliases and deep nesting are refused: they are how YAML is made to explode.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from math import isfinite
from typing import Any, ClassVar, NamedTuple

from argmap.formats._format import Source
from argmap.model.span import Span

DEEPEST = 200
"""Nesting beyond this is an attack and not data."""
_CORE = (
    ("null", re.compile(r"(?:~|null|Null|NULL|)\Z"), ("~", "n", "N", "")),
    ("bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), tuple("tTfF")),
    (
        "int",
        re.compile(r"[-+]?(?:0|[1-9][0-9]{0,4000})\Z|0x[0-9a-fA-F]{1,4000}\Z"),
        tuple("-+0123456789"),
    ),
    (
        "float",
        re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?\Z"),
        tuple("-+.0123456789"),
    ),
)
"""What is no text (§10.3.2): the type, how it is spelt, and the letters it begins with."""
_FIRSTS = frozenset(first for _, _, firsts in _CORE for first in firsts)
_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_Place = tuple[int, int]


class NotYamlError(Exception):
    """A text that is not YAML, or holds what no map needs; and the place where."""

    def __init__(self, why: str, span: Span) -> None:
        super().__init__(why)
        self.span = span


class Repeated(NamedTuple):
    """A key that was there before in the same mapping; its value is the one that is read."""

    key: str
    span: Span


class Yaml:
    """What a text spells: its ``value``, the keys that are ``repeated``, and where things stand."""

    def __init__(self, file: str) -> None:
        self.value: Any = None
        self.repeated: list[Repeated] = []
        self.spellings: dict[tuple[int, str | int], str] = {}
        self._file = file
        self._places: dict[int, tuple[object, list[_Place] | dict[str, _Place]]] = {}

    def span(self, container: object, key: str | int | None = None) -> Span:
        """Where a key of a mapping, or an item of a list, stands; or the first one of them."""
        _, places = self._places.get(id(container), (None, {}))
        if isinstance(places, list):
            place = places[key] if isinstance(key, int) and key < len(places) else None
        else:
            place = places.get(key) if isinstance(key, str) else None
        first = places[0] if isinstance(places, list) and places else (1, 1)
        if isinstance(places, dict) and places:
            first = next(iter(places.values()))
        line, column = place or first
        return Span(self._file, line, column, line, column)

    def spelt(self, container: Any, key: str | int) -> str:  # noqa: ANN401  # a mapping or list
        """A word as it is spelt, whatever it means: ``1.10`` is no ``1.1`` where it is a name."""
        value = container[key]
        return value if isinstance(value, str) else self.spellings.get((id(container), key), "")

    def note(self, container: object, places: list[_Place] | dict[str, _Place]) -> None:
        """Take down where the keys of a mapping, or the items of a list, stand."""
        self._places[id(container)] = container, places  # the container lives as long as its id


def loaded(source: Source) -> Yaml:
    """The value that a text spells; raises :class:`NotYamlError` if it spells none.

    Keys are text, as they are spelt. Linear in the length of the text.
    """
    import yaml

    start = Span(source.name, 1, 1, 1, 1)
    reading = _Builder(source.name)
    try:
        for event in yaml.parse(source.text, Loader=_loader()):
            reading.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = start if mark is None else _span(source.name, _place(mark))
        raise NotYamlError(f"this is not YAML: {error.problem or error.context}", span) from None
    except yaml.reader.ReaderError as error:
        before = source.text[: error.position]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        span = _span(source.name, (line, column))
        raise NotYamlError("this is not YAML: it has a character that is none", span) from None
    except ValueError:
        raise NotYamlError("this is not YAML: it has a character that is none", start) from None
    return reading.yaml


def _loader() -> Any:  # noqa: ANN401  # the stubs have no type for "a loader class"
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _place(mark: Any) -> _Place:  # noqa: ANN401  # the C parser has marks of its own
    return mark.line + 1, mark.column + 1


def _span(file: str, place: _Place) -> Span:
    return Span(file, *place, *place)


class _Open(NamedTuple):
    """A mapping or list that is being read."""

    value: Any
    places: Any


class _Builder:
    """Values from events; nothing is kept but what is open, so that no depth is too deep."""

    def __init__(self, file: str) -> None:
        self.yaml = Yaml(file)
        self._file = file
        self._open: list[_Open] = []
        self._keyed: list[bool] = []
        self._keys: list[str] = []
        self._documents = 0

    def take(self, event: Any) -> None:  # noqa: ANN401  # an event of YAML's
        """Take the next event; raises :class:`NotYamlError` if it is none that a map needs."""
        import yaml

        if isinstance(event, yaml.ScalarEvent):
            self._refuse_tag(event)
            if self._is_key():
                self._take_key(event.value, event)
            else:
                value = _resolved(event.value) if event.implicit[0] else event.value
                if not isinstance(value, str):
                    self._note_spelling(event.value)
                self._put(value, event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_tag(event)
            if self._is_key():
                raise self._refused("a key has to be a word", event)
            is_list = isinstance(event, yaml.SequenceStartEvent)
            opened = _Open([], []) if is_list else _Open({}, {})
            self._put(opened.value, event)
            self._open.append(opened)
            self._keys.append("")
            self._keyed.append(False)
            if len(self._open) > DEEPEST:
                raise self._refused(f"nested more than {DEEPEST} deep", event)
        elif isinstance(event, yaml.CollectionEndEvent):
            done = self._open.pop()
            self._keys.pop()
            self._keyed.pop()
            self.yaml.note(*done)
        elif isinstance(event, yaml.AliasEvent):
            raise self._refused("YAML aliases are not read", event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refused("there is more than one document", event)

    def _is_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and not self._keyed[-1]

    def _take_key(self, key: str, event: Any) -> None:  # noqa: ANN401
        value, places = self._open[-1]
        if key in value:
            span = _span(self._file, _place(event.start_mark))
            self.yaml.repeated.append(Repeated(key, span))
        places[key] = _place(event.start_mark)
        self._keys[-1] = key
        self._keyed[-1] = True

    def _put(self, item: object, event: Any) -> None:  # noqa: ANN401
        if not self._open:
            self.yaml.value = item
            return
        value, places = self._open[-1]
        if isinstance(value, list):
            value.append(item)
            places.append(_place(event.start_mark))
        else:
            value[self._keys[-1]] = item
            self._keyed[-1] = False

    def _note_spelling(self, word: str) -> None:
        if self._open:
            value = self._open[-1].value
            key = len(value) if isinstance(value, list) else self._keys[-1]
            self.yaml.spellings[id(value), key] = word

    def _refuse_tag(self, event: Any) -> None:  # noqa: ANN401
        if event.tag not in {None, "!"}:
            raise self._refused("YAML tags are not read", event)

    def _refused(self, why: str, event: Any) -> NotYamlError:  # noqa: ANN401
        return NotYamlError(why, _span(self._file, _place(event.start_mark)))


def _resolved(word: str) -> object:
    """What a plain word means."""
    if word[:1] not in _FIRSTS:
        return word
    for kind, pattern, _ in _CORE:
        if pattern.match(word):
            if kind == "null":
                return None
            if kind == "bool":
                return word in {"true", "True", "TRUE"}
            if kind == "int":
                base = 16 if word[:2] == "0x" else 10
                return int(word, base)
            value = float(word)
            return value if isfinite(value) else word
    return word


class Inline(list[Any]):
    """A list that is written on one line."""


def dumped(document: Mapping[str, Any]) -> Iterator[str]:
    """A mapping as YAML, a piece for each key; what could upset a terminal as escapes.

    Nothing in it is so deep that :func:`is_too_deep`.
    """
    for key, value in document.items():
        text = _text({key: value}, "CSafeDumper")
        if "\\U" in text:  # the C library writes letters beyond U+FFFF as numbers only
            text = _text({key: value}, "SafeDumper")
        yield _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _text(value: object, dumper: str) -> str:
    import yaml

    text: str = yaml.dump(
        value, Dumper=_dumper(dumper), allow_unicode=True, sort_keys=False, width=100, indent=2
    )
    return text


@cache
def _dumper(name: str) -> Any:  # noqa: ANN401  # the stubs have no type for "a dumper class"
    """A safe dumper of YAML's, the one in C where PyYAML was built with it.

    It quotes what any version of YAML takes for something else than text, but for dates.
    """
    import yaml

    base = getattr(yaml, name, yaml.SafeDumper)

    class Dumper(base):  # type: ignore[misc, valid-type]
        yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
            first: [(tag, pattern) for tag, pattern in known if not tag.endswith(":timestamp")]
            for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
        }

        def ignore_aliases(self, data: object) -> bool:
            del data
            return True

        def represent_text(self, text: str) -> Any:  # noqa: ANN401
            style = '"' if _UNSAFE.search(text) else "|" if "\n" in text.strip() else None
            clean = _SURROGATES.sub("\ufffd", text)
            return self.represent_scalar("tag:yaml.org,2002:str", clean, style=style)

        def represent_inline(self, items: list[Any]) -> Any:  # noqa: ANN401
            return self.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)

        def represent_other(self, value: object) -> Any:  # noqa: ANN401
            return self.represent_text(str(value))

    for kind, pattern, firsts in _CORE:
        Dumper.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", pattern, list(firsts))
    Dumper.add_representer(str, Dumper.represent_text)
    Dumper.add_representer(Inline, Dumper.represent_inline)
    Dumper.add_representer(None, Dumper.represent_other)
    return Dumper


def is_too_deep(value: object) -> bool:
    """Whether a value is nested so deeply that it would not be read again."""
    level = [value]
    for _ in range(DEEPEST - 10):
        level = [
            item
            for each in level
            if isinstance(each, dict | list | tuple)
            for item in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return False
    return True
