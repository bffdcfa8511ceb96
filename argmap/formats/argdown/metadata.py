"""Metadata: the YAML between braces, and in the front matter.

Nearly all of it is a flat ``{key: value}`` with plain values, which is read here without
loading a YAML library; everything else is handed to one.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

_DEEPEST = 200
"""Nesting beyond this is an attack and not metadata."""


_TIGHT = r"(?<=[\w\"']):(?=[\[{])"


class Metadata(NamedTuple):
    """What was read; or why it could not be, and in which line and column of the text (from 0)."""

    data: Mapping[str, object]
    problem: str = ""
    line: int = 0
    column: int = 0


def read_metadata(text: str) -> Metadata:
    """The mapping that ``{…}`` holds: flow YAML, or block YAML if a line break follows ``{``."""
    inner = text[1:-1]
    if inner.lstrip(" \t").startswith("\n"):
        return read_yaml(inner)
    flat = _read_flat(text)
    return read_yaml(text) if flat is None else Metadata(flat)


def read_yaml(text: str) -> Metadata:
    """The mapping that a YAML text holds, with JSON's types only.

    Tags, aliases, several documents and deep nesting are refused: they are not data that a map
    needs, and they are how YAML is made to explode. Dates stay text.
    """
    plain = _read_lines(text)
    if plain is not None:
        return Metadata(plain)
    read = _load_yaml(text)
    if read.problem and re.search(_TIGHT, text):
        # YAML 1.2, as Argdown has it, needs no blank before a collection; the library's 1.1 does.
        return _load_yaml(re.sub(_TIGHT, ": ", text))
    return read


def _load_yaml(text: str) -> Metadata:
    import yaml

    try:
        _refuse_hostile(text)
        data = yaml.load(text, Loader=_loader())  # noqa: S506  # a safe loader, less dates
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "not YAML"
        return Metadata({}, problem, mark.line if mark else 0, mark.column if mark else 0)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return Metadata({}, str(error).partition("\n")[0] or "not YAML")
    if data is None:
        return Metadata({})
    if not isinstance(data, dict):
        return Metadata({}, f"a mapping of keys to values is expected, not {_kind(data)}")
    return Metadata(_with_text_keys(data))


def _kind(value: object) -> str:
    return "a list" if isinstance(value, list) else f"the value {value!r}"


def _loader() -> Any:  # noqa: ANN401  # the stubs have no type for "a loader class"
    """YAML's safe loader without dates, in C where PyYAML was built with it."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc, valid-type]
        yaml_implicit_resolvers = {  # noqa: RUF012
            first: [(tag, rule) for tag, rule in rules if not tag.endswith(":timestamp")]
            for first, rules in base.yaml_implicit_resolvers.items()
        }

    return Loader


def _refuse_hostile(text: str) -> None:
    """Raise on tags, aliases and deep nesting, from the event stream, before anything is built."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise yaml.MarkedYAMLError(
                    problem=f"nested more than {_DEEPEST} deep",
                    problem_mark=event.start_mark,  # type: ignore[arg-type]  # C has its own marks
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None) not in (None, "!"):
            raise yaml.MarkedYAMLError(
                problem="YAML tags and aliases are not read",
                problem_mark=event.start_mark,  # type: ignore[arg-type]  # C has its own marks
            )


def _with_text_keys(data: dict[object, object]) -> dict[str, object]:
    """The same data with every key as text, as JSON needs it, however deep."""
    result: dict[str, object] = {}
    waiting: list[tuple[Any, Any]] = [(data, result)]
    while waiting:
        source, copy = waiting.pop()
        pairs = source.items() if isinstance(source, dict) else enumerate(source)
        for key, value in pairs:
            new: object = value
            if isinstance(value, dict | list):
                new = {} if isinstance(value, dict) else [None] * len(value)
                waiting.append((value, new))
            copy[_text_key(key) if isinstance(copy, dict) else key] = new
    return result


def _text_key(key: object) -> str:
    if isinstance(key, str):
        return key
    return str(key).lower() if isinstance(key, bool) else "null" if key is None else str(key)


_TOKEN = re.compile(
    r"\s*(?:(?P<mark>[{}\[\],:])"
    r'|"(?P<quoted>[^"\\\n]*)"'
    r"|(?P<word>[A-Za-z¶§_][\w¶§./-]*(?: [\w¶§./-]+)*)"
    r"|(?P<number>(?:0|[1-9][0-9]{0,17})(?![\w.+-])))"
)
_SPOKEN_FOR = frozenset({"null", "yes", "no", "on", "off", "y", "n", "true", "false"})
"""Words that YAML reads as something else, in some capitalisation."""
_TRUTH = {"true": True, "false": False}


def _read_flat(text: str) -> dict[str, object] | None:
    """``{…}`` if it is plain; ``None`` if it may mean anything else to YAML.

    Plain are words, quoted words without escapes, whole numbers, and mappings and lists of them.

        mapping = "{" [ WORD ":" " " value { "," WORD ":" " " value } ] "}"
        list    = "[" [ value { "," value } ] "]"
        value   = mapping | list | WORD | QUOTED | NUMBER
    """  # fmt: skip
    tokens: list[tuple[str, Any]] = []
    position = 0
    end = len(text)
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            return None if text[position:].strip() else _parse_flat(tokens)
        position = match.end()
        kind = match.lastgroup or ""
        value = match.group(kind)
        if kind == "mark" and value == ":" and text[position : position + 1] not in {" ", "\n"}:
            return None
        if kind == "word":
            if value in _TRUTH:
                value = _TRUTH[value]
            elif value.lower() in _SPOKEN_FOR:
                return None
        tokens.append(
            (value if kind == "mark" else kind, int(value) if kind == "number" else value)
        )
    return _parse_flat(tokens)


def _read_lines(text: str) -> dict[str, object] | None:
    """Block YAML if it is one plain ``key: value`` a line; ``None`` if it may be anything else."""
    read: dict[str, object] = {}
    for line in text.split("\n"):
        if not line:
            continue
        pair = None if line[0].isspace() else _read_flat(f"{{{line}}}")
        if pair is None or len(pair) != 1 or not read.keys().isdisjoint(pair):
            return None
        read |= pair
    return read


def _parse_flat(tokens: list[tuple[str, Any]]) -> dict[str, object] | None:
    """The value of the tokens, by a stack of open collections; ``None`` where it is not plain."""
    root: list[Any] = []
    stack: list[tuple[Any, Any]] = []
    into: Any = root
    key: Any = None
    previous = "["
    for kind, token in tokens:
        if kind in {"]", "}"}:
            if (
                not stack
                or isinstance(into, dict) != (kind == "}")
                or previous in {",", ":", "key"}
            ):
                return None
            into, key = stack.pop()
        elif kind == ",":
            if previous not in {"value", "]", "}"}:
                return None
        elif kind == ":":
            if previous != "key":
                return None
        elif isinstance(into, dict) and previous != ":":
            if kind not in {"word", "quoted"} or previous not in {"{", ","} or token in into:
                return None
            if not isinstance(token, str):
                return None
            key, previous = token, "key"
            continue
        else:
            if previous not in {"[", ",", ":"} or (into is root and root):
                return None
            value = {} if kind == "{" else [] if kind == "[" else token
            if isinstance(into, dict):
                into[key] = value
            else:
                into.append(value)
            if kind in {"{", "["}:
                stack.append((into, key))
                into, previous = value, kind
                continue
        previous = kind if kind in {",", ":", "]", "}"} else "value"
    return root[0] if len(root) == 1 and not stack and isinstance(root[0], dict) else None
