"""Metadata: the YAML between braces, and in the front matter.

Nearly all of it is a flat ``{key: value}`` with plain values, which is read here without
loading a YAML library; everything else is handed to one.
"""

import re
from collections.abc import Mapping
from math import isfinite
from typing import Any, ClassVar, NamedTuple

_DEEPEST = 200
"""Nesting beyond this is an attack and not metadata."""


_TIGHT = r"""("(?:[^"\\]|\\.)*"|'[^']*')|(?<=[\w"']):(?=[\[{])"""


class Metadata(NamedTuple):
    """What was read; or why it could not be, and in which line and column of the text (from 0)."""

    data: Mapping[str, object]
    problem: str = ""
    line: int = 0
    column: int = 0


def read_metadata(text: str) -> Metadata:
    """The mapping that ``{…}`` holds: flow YAML, or block YAML if a line break follows ``{``."""
    inner = text[1:-1]
    block = inner.lstrip(" \t")
    if block.startswith("\n"):
        return read_yaml(block)
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
    # YAML 1.2, as Argdown has it, needs no blank before a collection; the library's 1.1 does.
    loose = re.sub(_TIGHT, lambda match: match[1] or ": ", text) if read.problem else text
    return read if loose == text else _load_yaml(loose)


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
    return Metadata(data)


def _kind(value: object) -> str:
    return "a list" if isinstance(value, list) else f"the value {value!r}"


def _loader() -> Any:  # noqa: ANN401  # the stubs have no type for "a loader class"
    """YAML's safe loader for what JSON can hold, in C where PyYAML was built with it.

    Keys are text and no key is there twice. Plain words mean what they mean in YAML 1.2, as in
    Argdown's own tools: ``no``, ``1:30`` and ``2020-01-01`` are text.
    """
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc, valid-type]
        yaml_implicit_resolvers: ClassVar[dict[str, object]] = {}

        def construct_mapping(self, node: Any, deep: bool = False) -> dict[str, object]:  # noqa: ANN401
            mapping: dict[str, object] = {}
            for key_node, value_node in node.value:
                mark = key_node.start_mark
                if not isinstance(key_node, yaml.ScalarNode):
                    raise yaml.MarkedYAMLError(problem="a key is a word", problem_mark=mark)
                key = _text_key(self.construct_object(key_node))
                if key in mapping:
                    problem = f"the key {key!r} is there twice"
                    raise yaml.MarkedYAMLError(problem=problem, problem_mark=mark)
                mapping[key] = self.construct_object(value_node, deep=deep)
            return mapping

        def construct_float(self, node: Any) -> float | str:  # noqa: ANN401
            value: float = self.construct_yaml_float(node)
            return value if isfinite(value) else str(node.value)

    for kind, (pattern, firsts) in _CORE.items():
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(pattern), firsts)
    Loader.add_constructor("tag:yaml.org,2002:float", Loader.construct_float)
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


def _text_key(key: object) -> str:
    if isinstance(key, str):
        return key
    return str(key).lower() if isinstance(key, bool) else "null" if key is None else str(key)


_TOKEN = re.compile(
    r'([{}\[\],]|(?<=[\w"¶§./-]):(?=[ \n]))'
    r'|("[^"\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*")'
    r"|([A-Za-z¶§_][\w¶§./-]*(?: [\w¶§./-]+)*)"
    r"|(-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?(?![\w.+-]))"
    r"|([^ \t\r\n])"
)
_CORE = {
    "null": (r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    "bool": (r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    "int": (r"^(?:[-+]?(?:0|[1-9][0-9]*)|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    "float": (
        r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?$",
        list("-+.0123456789"),
    ),
}
"""The core schema of YAML 1.2 (§10.3.2): what is no text, and the letters it begins with."""
_LONGEST_KEY = 1000  # beyond about that YAML wants a question mark before it
_SPOKEN_FOR = frozenset({"null", "yes", "no", "on", "off", "y", "n", "true", "false"})
"""Words that YAML reads as something else, in some capitalisation."""
_TRUTH = {"true": True, "false": False}


def _read_flat(text: str) -> dict[str, object] | None:
    """``{…}`` if it is plain; ``None`` if it may mean anything else to YAML.

    Plain are words, quoted words without escapes, numbers, and mappings and lists of them.

        mapping = "{" [ WORD ":" value { "," WORD ":" value } ] "}"
        list    = "[" [ value { "," value } ] "]"
        value   = mapping | list | WORD | QUOTED | NUMBER
    """  # fmt: skip
    into: Any = []
    key: Any = None
    outer: list[tuple[Any, Any]] = []
    before = "["
    root = into
    for mark, quoted, word, number, other in _TOKEN.findall(text):
        if other or before == "end" or len(outer) > _DEEPEST:
            return None
        if mark in {",", ":"}:
            if before != ("key" if mark == ":" else "value"):
                return None
            before = mark
        elif mark in {"]", "}"}:
            if not outer or isinstance(into, dict) != (mark == "}"):
                return None
            if before not in {"value", "{" if mark == "}" else "["}:
                return None
            into, key = outer.pop()
            before = "value" if outer else "end"
        elif before in {"{", ","} and isinstance(into, dict):
            key = quoted[1:-1] if quoted else word
            if mark or number or key in into or len(key) > _LONGEST_KEY:
                return None
            if key.lower() in _SPOKEN_FOR:
                return None
            before = "key"
        elif before not in {"[", ",", ":"}:
            return None
        else:
            value: Any = quoted[1:-1] if quoted else word
            if mark:
                value = {} if mark == "{" else []
            elif number:
                value = float(number) if "." in number else int(number)
            elif word and word.lower() in _SPOKEN_FOR:
                if word not in _TRUTH:
                    return None
                value = _TRUTH[word]
            if isinstance(into, dict):
                into[key] = value
            else:
                into.append(value)
            if mark:
                outer.append((into, key))
                into = value
            before = mark or "value"
    return root[0] if before == "end" and isinstance(root[0], dict) else None


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


def merge(into: dict[str, object], new: Mapping[str, object]) -> None:
    """Add data to data: the new wins, but mappings are merged, however deep."""
    waiting: list[tuple[Any, Mapping[str, Any]]] = [(into, new)]
    while waiting:
        old, data = waiting.pop()
        for key, value in data.items():
            if isinstance(value, dict) and isinstance(old.get(key), dict):
                old[key] = dict(old[key])
                waiting.append((old[key], value))
            else:
                old[key] = value
