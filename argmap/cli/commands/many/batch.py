"""The same question about many maps, by many processes."""

from typing import Annotated, Any, Literal

import typer

from argmap.cli.complete import complete_codes, complete_formats, complete_semantics
from argmap.cli.options import FromFormat, MapsEncoding

_Command = Annotated[
    Literal["evaluate", "stats", "check", "convert"],
    typer.Argument(metavar="COMMAND", help="evaluate, stats, check or convert."),
]
_Maps = Annotated[
    list[str], typer.Argument(metavar="MAPS...", help="Maps, folders, patterns and archives.")
]
_Out = Annotated[
    str,
    typer.Option("-o", "--output", metavar="OUT", help="The results: .ndjson or .parquet."),
]
_Jobs = Annotated[
    int | None,
    typer.Option("-j", "--jobs", min=1, metavar="N", help="So many processes; as there are cores."),
]
_Cluster = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS|local", help="Workers of a Dask cluster, or such workers here."),
]
_Semantics = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="With evaluate: the semantics.",
        autocompletion=complete_semantics,
    ),
]
_Ties = Annotated[
    Literal["undecided", "out"],
    typer.Option(help="With evaluate: what claims are that contradict each other."),
]
_Loops = Annotated[
    Literal["out", "undecided"],
    typer.Option(help="With evaluate: what claims are that only support each other."),
]
_Mode = Annotated[
    Literal["skeptical", "credulous"],
    typer.Option(help="With evaluate: in all labellings, or in some."),
]
_Timeout = Annotated[
    float | None,
    typer.Option(
        min=0, metavar="SECONDS", help="With evaluate: for each map, after which it is not decided."
    ),
]


def _codes(help: str) -> Any:  # noqa: ANN401  # Typer keeps its type to itself
    return typer.Option(metavar="CODES", help=help, autocompletion=complete_codes)


_Select = Annotated[list[str] | None, _codes("With check: only these findings.")]
_Ignore = Annotated[list[str] | None, _codes("With check: not these.")]
_To = Annotated[
    str | None,
    typer.Option(
        "--to", metavar="FORMAT", help="With convert: the format.", autocompletion=complete_formats
    ),
]
_Into = Annotated[
    str | None, typer.Option(metavar="FOLDER", help="With convert: where the maps go.")
]
_Strict = Annotated[
    bool, typer.Option("--strict", help="With convert: write nothing that loses anything.")
]


def run(
    command: _Command,
    maps: _Maps,
    out: _Out,
    jobs: _Jobs = None,
    cluster: _Cluster = None,
    semantics: _Semantics = "grounded",
    ties: _Ties = "undecided",
    loops: _Loops = "out",
    mode: _Mode = "skeptical",
    timeout: _Timeout = None,
    select: _Select = None,
    ignore: _Ignore = None,
    to_format: _To = None,
    into: _Into = None,
    strict: _Strict = False,
    from_format: FromFormat = None,
    encoding: MapsEncoding = None,
) -> int:
    """The same question about many maps, by many processes.

    OUT gets a line for each map, with the document that the command prints with
    --json, in the order of the maps; in Parquet a row. Maps that there is no
    answer about are listed beside it, in OUT.failures.ndjson. If it is stopped,
    it goes on where it was: what it has done is kept, and is not done again
    while the maps are the same. The bytes of OUT do not depend on the number of
    processes, nor on how often it was stopped.

    With --cluster the workers of a Dask cluster do the work, which see the same
    files and have argmap installed; `local` begins workers here. It needs
    `argmap[cluster]`, and Parquet `argmap[parquet]`.

    The exit code is 2 if a map could not be read, else 1 if check has found
    anything.

    \b
    Examples:
      argmap batch stats maps/ -o stats.ndjson
      argmap batch check 'maps/**/*.json' --ignore RE -o findings.parquet
      argmap batch evaluate traces.jsonl --semantics preferred -o verdicts.ndjson
      argmap batch convert corpus/ --to argdown --into maps/ -o done.ndjson
      argmap batch evaluate maps/ -o verdicts.ndjson --cluster tcp://head:8786
    """
    import os

    import argmap
    from argmap.cli.batch_options import known
    from argmap.cli.batch_work import Question
    from argmap.cli.batching import Wish, run_batch

    question = Question(
        command, argmap.__version__, semantics, ties, loops, mode, "weakest", timeout,
        None if select is None else tuple(select), None if ignore is None else tuple(ignore),
        to_format or "", strict, from_format, encoding,
    )  # fmt: skip
    wish = Wish(out, into, jobs or os.cpu_count() or 1, cluster)
    return run_batch(known(question, wish), maps, wish)
