"""Frameworks as facts of ASPARTIX: ``arg(a).`` and ``att(a,b).``.

The weights of arguments and the supports of its dialect for weighted frameworks are read, too.
A map that is more than an attack graph is translated into one.
"""

import re
from collections.abc import Iterator

from argmap.formats._attacks import Attacks, attacks_of
from argmap.formats._format import AttackGraph, Format, Reading, Source, Written
from argmap.formats._framework import Framework, comments_of, named_in, numbered, plain_graph
from argmap.formats._losses import Losses
from argmap.formats._unsaid import UNSAID
from argmap.model.map import ArgumentMap

_TERM = r'(?:\w[\w\-]*|"[^"\n]*")'
_FACT = re.compile(
    rf"\s*(arg|att|sup|support)\s*\(\s*({_TERM})\s*(?:,\s*({_TERM}|[0-9]*\.[0-9]+)\s*)?\)\s*\.?"
)
_LIKE = re.compile(
    rf"(?:\s+|%[^\n]*)*+(?:arg\(\s*{_TERM}\s*(?:,\s*[0-9.]+\s*)?\)"
    rf"|att\(\s*{_TERM}\s*,\s*{_TERM}\s*\))[ \t]*(?:\.|\n|\Z)"
)
_FACTS = re.compile(r"((?:arg\(\w+\)\.\n)*+)((?:att\(\w+,\w+\)\.(?:\n|\Z))*+)")
_ARGUMENT = re.compile(r"\((\w+)")
_END = re.compile(r"\w+(?=[,)])")
_PLAIN = re.compile(r"[A-Za-z0-9_]+")
_NAME = re.compile(r'% ([0-9]+) is (".*")')


def _looks_like(text: str) -> bool:
    return _LIKE.match(text) is not None


def read(source: Source) -> Reading:
    """The framework, one claim for each argument; names that argmap put into comments are ids."""
    framework, ids, comments = parsed(source)
    ids = {name: id for name, id in ids.items() if name in framework}
    return framework.reading(ids, {"apx": {"comments": comments}} if comments else {})


def attacks(source: Source) -> AttackGraph:
    """The framework by itself, without weights; arguments are called as in the facts."""
    return plain(source.text) or parsed(source)[0].graph()


def plain(text: str) -> AttackGraph | None:
    """The framework of arguments and then attacks, a line each with nothing else in it."""
    match = _FACTS.fullmatch(text)
    return match and plain_graph(_ARGUMENT.findall(match[1]), _END.findall(match[2]))


def parsed(source: Source) -> tuple[Framework, dict[str, str], list[str]]:
    """What the lines say: the framework, the names in comments, and the other comments."""
    framework = Framework(source.name, twice="AP02", missing="AP03")
    ids: dict[str, str] = {}
    comments: list[str] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        facts, percent, comment = _split(line)
        if percent:
            name = None if facts.strip() else named_in(line, _NAME)
            if name is None:
                comments.append(comment)
            else:
                ids[name[0]] = name[1]
        _facts(framework, facts, number)
    return framework, ids, comments


def _split(line: str) -> tuple[str, str, str]:
    """What stands before the comment, the sign of it, and the comment; quoted signs are none."""
    quoted = False
    if "%" in line:
        for offset, letter in enumerate(line):
            if letter == '"':
                quoted = not quoted
            elif letter == "%" and not quoted:
                return line[:offset], "%", line[offset + 1 :]
    return line, "", ""


def _facts(framework: Framework, text: str, line: int) -> None:
    text = text.rstrip()
    offset = 0
    while offset < len(text):
        match = _FACT.match(text, offset)
        where = framework.place(line, (match[0] if match else text[offset:]).strip(), offset + 1)
        if match is None or (match[1] != "arg" and match[3] is None):
            message = "this is neither `arg(a).` nor `att(a,b).`"
            framework.report("AP01", "error", message, where)
            return
        offset = match.end()
        first, second = (_bare(term) for term in (match[2], match[3] or ""))
        if match[1] == "arg":
            weight = _weight(second)
            if second and weight is None:
                message = f"the weight {second!r} is not a number from 0 to 1 and is left out"
                framework.report("AP04", "warning", message, where)
            framework.argument(first, where, weight=weight)
        else:
            kind = "rebuttal" if match[1] == "att" else "support"
            framework.edge((first, second), where, kind)  # type: ignore[arg-type]


def _bare(term: str) -> str:
    return term[1:-1] if term.startswith('"') else term


def _weight(text: str) -> float | None:
    try:
        weight = float(text)
    except ValueError:
        return None
    return weight if 0 <= weight <= 1 else None


def write(map: ArgumentMap) -> Written:
    """The map as an attack graph; ids that are no plain words are numbers, named in comments."""
    losses = Losses("an abstract framework")
    framework = attacks_of(map, losses)
    return Written(_lines(map, framework), losses.diagnostics())


def _lines(map: ArgumentMap, framework: Attacks) -> Iterator[str]:
    from argmap.formats._json_text import dumped

    called = numbered(framework.arguments, lambda name: _PLAIN.fullmatch(name) is not None)
    for comment in comments_of(map, "apx", _NAME, "%"):
        yield f"%{comment}\n"
    for id, name in called.items():
        if id != name:
            yield f"% {name} is {dumped(id)}\n"
    for name in called.values():
        yield f"arg({name}).\n"
    for attacker, attacked in framework.attacks:
        yield f"att({called[attacker]},{called[attacked]}).\n"


FORMAT = Format(
    name="apx",
    title="ASPARTIX facts",
    suffixes=(".apx", ".dl", ".bag"),
    looks_like=_looks_like,
    read=read,
    write=write,
    attacks=attacks,
    loses=("texts", *UNSAID),
)
