"""The options that commands share: declared once, spelt out on each command that wants them.

A command asks for them with a parameter of type :class:`MapChoice`, :class:`NodeChoice`,
:class:`Judging`, :class:`Semantics`, :class:`Output` or :class:`Rules`.
"""

import inspect
import os
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Annotated, Any, Literal, NamedTuple

import typer

from argmap.cli.complete import (
    complete_claims,
    complete_codes,
    complete_groups,
    complete_maps,
    complete_semantics,
)

Color = Literal["auto", "always", "never"]
StatementMode = Literal[
    "all", "with-title", "top-level", "not-used-in-argument", "with-relations",
    "with-more-than-one-relation",
]  # fmt: skip


FromFormat = Annotated[
    str | None,
    typer.Option("--from", metavar="FORMAT", help="The format, instead of finding it out."),
]
MapsEncoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="The encoding of the maps, if it is not UTF-8.")
]
"""The encoding where several maps are asked."""


class MapChoice(NamedTuple):
    """Which map is asked, and which part of it."""

    map: Annotated[
        list[str] | None,
        typer.Option(
            "-m",
            "--map",
            metavar="FILE|FOLDER|NAME|-",
            help="The map: a file, a shipped map, or - for standard input; or several maps: a "
            "folder, a pattern, more than one -m. ARGMAP_MAP says which if this is left out.",
            autocompletion=complete_maps,
        ),
    ] = None
    from_format: FromFormat = None
    tag: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GROUP",
            help="Only claims with this tag or in this section.",
            autocompletion=complete_groups,
        ),
    ] = None
    without: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GROUP",
            help="No claims with this tag or in this section.",
            autocompletion=complete_groups,
        ),
    ] = None
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The encoding of the map, unless it has a byte-order mark; utf-8 if left out.",
        ),
    ] = None
    within: Annotated[
        str | None,
        typer.Option("--in", metavar="MAP", help="Only this map, of a folder or an index."),
    ] = None


Claim = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM",
        help="A claim: its id, its title, or words of it.",
        autocompletion=complete_claims,
    ),
]
"""The claim that a question is about."""
Verdicts = Annotated[
    bool, typer.Option("--verdicts", help="Say of each claim whether it stands (see evaluate).")
]

Boxes = Annotated[bool, typer.Option("--boxes", help="Draw it: boxes, and lines between them.")]


class NodeChoice(NamedTuple):
    """Whether arguments are nodes, and which claims are nodes beside them."""

    arguments: Annotated[
        bool, typer.Option("--arguments", help="Show arguments as nodes, as Argdown's maps do.")
    ] = False
    select: Annotated[
        StatementMode | None,
        typer.Option(
            metavar="MODE",
            help="With --arguments: which statements are nodes (all, with-title, top-level, "
            "not-used-in-argument, with-relations, with-more-than-one-relation).",
        ),
    ] = None
    no_selection: Annotated[
        bool,
        typer.Option("--no-selection", help="With --arguments: leave nothing out, close no group."),
    ] = False


class Output(NamedTuple):
    """How the answer is printed."""

    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False
    ndjson: Annotated[bool, typer.Option("--ndjson", help="Print one JSON object a line.")] = False
    ids: Annotated[bool, typer.Option("--ids", help="Print ids only, one a line.")] = False
    color: Annotated[Color, typer.Option(help="Use colour.", show_default=True)] = "auto"
    pager: Annotated[
        bool, typer.Option("--pager/--no-pager", help="Page long answers on a terminal.")
    ] = True


class Judging(NamedTuple):
    """How a map is evaluated, and what is supposed."""

    ties: Annotated[
        Literal["undecided", "out"],
        typer.Option(help="What claims are that contradict each other, with nothing to choose."),
    ] = "undecided"
    loops: Annotated[
        Literal["out", "undecided"],
        typer.Option(help="What claims are that only support each other."),
    ] = "out"
    assume: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CLAIM",
            help="Suppose that this claim needs no reason.",
            autocompletion=complete_claims,
        ),
    ] = None
    withdraw: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CLAIM|RELATION",
            help="Suppose that this is not held.",
            autocompletion=complete_claims,
        ),
    ] = None


class Semantics(NamedTuple):
    """By which semantics a map is evaluated."""

    semantics: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="grounded, complete, preferred, stable, semi-stable, stage, ideal, carneades; or "
            "for strengths quadratic-energy, df-quad, euler, h-categoriser, mlp.",
            autocompletion=complete_semantics,
        ),
    ] = "grounded"
    carneades: Annotated[
        bool, typer.Option("--carneades", help="As Carneades does: --semantics carneades.")
    ] = False
    strength: Annotated[
        bool, typer.Option("--strength", help="Strengths: --semantics quadratic-energy.")
    ] = False
    timeout: Annotated[
        float | None,
        typer.Option(min=0, metavar="SECONDS", help="Say so what is not decided by then."),
    ] = None
    linked: Annotated[
        Literal["weakest", "product"],
        typer.Option(help="For strengths: what linked premises come to together."),
    ] = "weakest"
    weight: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CLAIM=NUMBER", help="For strengths: suppose that this has that weight."
        ),
    ] = None


class Rules(NamedTuple):
    """Which diagnostics are wanted, and which configuration holds."""

    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES",
            help="Only these: codes, names, beginnings of codes, ALL.",
            autocompletion=complete_codes,
        ),
    ] = None
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODES",
            help="Not these; of several that fit, the longest decides.",
            autocompletion=complete_codes,
        ),
    ] = None
    config: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="The configuration, instead of looking for one."),
    ] = None
    no_config: Annotated[bool, typer.Option("--no-config", help="Look for no configuration.")] = (
        False
    )


_SHARED = (MapChoice, NodeChoice, Judging, Semantics, Output, Rules)


def expanded(run: Callable[..., int]) -> Callable[..., None]:
    """The function with shared parameters spelt out, its errors told, its result the exit code."""
    signature = inspect.signature(run)
    own = [p for p in signature.parameters.values() if p.annotation not in _SHARED]
    shared = {
        p.name: p.annotation for p in signature.parameters.values() if p.annotation in _SHARED
    }
    parameters = [
        p.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for p in (*own, *(field for kind in shared.values() for field in _fields(kind)))
    ]

    @wraps(run)
    def command(**values: Any) -> None:  # noqa: ANN401  # whatever the options are
        for name, kind in shared.items():
            values[name] = kind(**{field: values.pop(field) for field in kind._fields})
        raise typer.Exit(_run(run, values))

    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    return command


def _fields(kind: type[Any]) -> Iterator[inspect.Parameter]:
    for name, annotation in kind.__annotations__.items():
        default = kind._field_defaults[name]
        keyword = inspect.Parameter.KEYWORD_ONLY
        yield inspect.Parameter(name, keyword, default=default, annotation=annotation)


def _run(run: Callable[..., int], values: dict[str, Any]) -> int:
    from argmap.cli.errors import UserError, report_user_error

    try:
        return run(**values)
    except UserError as error:
        return report_user_error(error)
    except BrokenPipeError:
        # Whoever read the answer has had enough, which is no error. What is still buffered goes
        # nowhere, so that Python does not complain when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
