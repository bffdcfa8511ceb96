"""Frameworks as the ICCMA competition of 2023 writes them: numbered arguments and attacks.

A map that is more than an attack graph is translated into one; comments name its arguments.
"""

import re
from collections.abc import Iterator

from argmap.formats._attacks import Attacks, attacks_of
from argmap.formats._format import AttackGraph, Format, Reading, Source, Written
from argmap.formats._framework import Framework, comments_of, named_in, plain_graph
from argmap.formats._losses import Losses
from argmap.formats._unsaid import UNSAID
from argmap.model.map import ArgumentMap

_HEADER = re.compile(r"p\s+af\s+([0-9]{1,18})\s*")
_LIKE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*+p[ \t]+af[ \t]+[0-9]+[ \t]*(?:\n|\Z)")
_ATTACK = re.compile(r"\s*([0-9]{1,18})\s+([0-9]{1,18})\s*")
_PLAIN = re.compile(r"p af ([0-9]{1,18})\n((?:[0-9]+ [0-9]+(?:\n|\Z))*+)")
_NAME = re.compile(r'# ([0-9]{1,18}) is (".*")')
_FREE = 200_000
"""So many arguments may be declared by a number alone; for more the text must be long, too."""


def _looks_like(text: str) -> bool:
    return _LIKE.match(text) is not None


def read(source: Source) -> Reading:
    """The framework, one claim for each number; names that argmap put into comments are ids."""
    framework, ids, comments = parsed(source)
    ids = {name: id for name, id in ids.items() if name in framework}
    return framework.reading(ids, {"af": {"comments": comments}} if comments else {})


def attacks(source: Source) -> AttackGraph:
    """The framework by itself; arguments are called by their numbers."""
    return plain(source.text) or parsed(source)[0].graph()


def plain(text: str) -> AttackGraph | None:
    """The framework of a text that is well-formed to the letter, many times faster than others."""
    if "#" in text:
        text = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    match = _PLAIN.fullmatch(text)
    if match is None or int(match[1]) > _most(text):
        return None
    return plain_graph([str(n) for n in range(1, int(match[1]) + 1)], match[2].split())


def parsed(source: Source) -> tuple[Framework, dict[str, str], list[str]]:
    """What the lines say: the framework, the names in comments, and the other comments."""
    framework = Framework(source.name, twice="IC02", missing="IC03")
    ids: dict[str, str] = {}
    comments: list[str] = []
    declared = False
    for number, line in enumerate(source.text.split("\n"), 1):
        where = framework.place(number, line)
        if line.startswith("#"):
            name = named_in(line, _NAME)
            if name is None:
                comments.append(line[1:])
            else:
                ids[name[0]] = name[1]
        elif match := _HEADER.fullmatch(line):
            if declared:
                framework.report("IC02", "error", "the line `p af` comes twice", where)
            else:
                _declare(framework, int(match[1]), number, source)
            declared = True
        elif match := _ATTACK.fullmatch(line):
            framework.edge((str(int(match[1])), str(int(match[2]))), where)
        elif line.strip():
            framework.report("IC01", "error", "this line is neither an attack nor a comment", where)
    if not declared:
        message = "no line `p af N` says how many arguments there are"
        framework.report("IC01", "error", message, framework.place(1, ""))
    return framework, ids, comments


def _most(text: str) -> int:
    return max(_FREE, 10 * len(text))


def _declare(framework: Framework, count: int, line: int, source: Source) -> None:
    where = framework.place(line, "p af")
    most = _most(source.text)
    if count > most:
        message = f"{count} arguments are declared, and hardly any is used; {most} are read"
        framework.report("IC04", "error", message, where)
    for argument in range(1, min(count, most) + 1):
        framework.argument(str(argument), where)


def write(map: ArgumentMap) -> Written:
    """The map as an attack graph; ids that are not the arguments' numbers stand in comments."""
    losses = Losses("an abstract framework")
    framework = attacks_of(map, losses)
    return Written(_lines(map, framework), losses.diagnostics())


def _lines(map: ArgumentMap, framework: Attacks) -> Iterator[str]:
    from argmap.formats._json_text import dumped

    yield f"p af {len(framework.arguments)}\n"
    numbers = {id: str(number) for number, id in enumerate(framework.arguments, 1)}
    for comment in comments_of(map, "af", _NAME, "#"):
        yield f"#{comment}\n"
    for id, number in numbers.items():
        if id != number:
            yield f"# {number} is {dumped(id)}\n"
    for attacker, attacked in framework.attacks:
        yield f"{numbers[attacker]} {numbers[attacked]}\n"


FORMAT = Format(
    name="af",
    title="ICCMA'23 framework",
    suffixes=(".af",),
    looks_like=_looks_like,
    read=read,
    write=write,
    attacks=attacks,
    loses=("texts", *UNSAID),
)
