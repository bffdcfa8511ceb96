"""The JSON Schema of an answer, or the names of all of them."""

from typing import Annotated

import typer

from argmap.cli.complete import complete_schemas


def run(
    name: Annotated[
        str | None,
        typer.Argument(
            help='The middle of a document\'s "schema"; all names if left out.',
            autocompletion=complete_schemas,
        ),
    ] = None,
) -> int:
    """The JSON Schema of an answer, or the names of all of them.

    A document that begins with "schema": "argmap/trace/1" is described by
    `argmap schema trace`.

    \b
    Examples:
      argmap schema
      argmap schema trace > trace.schema.json
    """
    import sys

    from argmap.cli.errors import UserError
    from argmap.contract.shipped import names, schema
    from argmap.query.search import nearest_names

    if name is None:
        sys.stdout.write("".join(f"{each}\n" for each in names()))
        return 0
    try:
        sys.stdout.write(schema(name))
    except KeyError:
        near = nearest_names(name, names())
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names())}"
        raise UserError(f"there is no schema {name!r}", hint, exit_code=1) from None
    return 0
