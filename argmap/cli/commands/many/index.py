"""An index of many maps, in which questions are answered at once."""

from typing import Annotated

import typer

from argmap.cli.complete import complete_formats


def run(
    names: Annotated[
        list[str], typer.Argument(metavar="FOLDER...", help="Folders, patterns or maps.")
    ],
    out: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="INDEX", help="The index; argmap.index in FOLDER if left out."
        ),
    ] = None,
    from_format: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="The format of the maps, instead of finding it out.",
            autocompletion=complete_formats,
        ),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="The encoding, if it is not UTF-8.")
    ] = None,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the tables of an index as SQL, and do nothing.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print what was done as one JSON document.")
    ] = False,
) -> int:
    """An index of the maps in a folder, in which questions are answered at once.

    Then find, show, trace, path, list and stats take the index with -m, and
    answer as they do of the folder, without reading the maps. Run again, it
    reads only what has changed. It is written beside and put in its place when
    it is whole, so there is always one that answers.

    The index is one SQLite file: sqlite3 and DuckDB can ask it as well. --schema
    prints its tables, each with what it means. The main ones are maps; claims
    (claim, map, id, title, text, ...); relations (relation, map, id, kind,
    target_claim, target_relation, ...); premises (relation, place, claim); tags
    and tagged; arguments and steps; sections; diagnostics; and words, a
    full-text table whose rows are numbered as the claims are.

    \b
    Examples:
      argmap index maps/
      argmap find espionage -m maps/argmap.index
      argmap trace debate/here-to-stay --depth 3 -m maps/argmap.index
      argmap evaluate --in debate -m maps/argmap.index
      argmap index maps/ essays/ -o all.index
      sqlite3 maps/argmap.index 'SELECT kind, count(*) FROM relations GROUP BY 1'
    """
    from argmap.cli.indexing import index, print_schema

    if schema:
        return print_schema()
    return index(names, out, from_format, encoding, json=json)
