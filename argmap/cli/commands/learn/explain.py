"""What a diagnostic means, with a bad and a good example."""

from typing import Annotated

import typer

from argmap.cli.complete import complete_codes
from argmap.cli.options import Output


def run(
    code: Annotated[
        str | None,
        typer.Argument(
            help="A code, its name, or the beginning of several codes; all if left out.",
            autocompletion=complete_codes,
        ),
    ] = None,
    *,
    output: Output,
) -> int:
    """What a diagnostic means, why it matters, and what to do, with a bad and a good example.

    \b
    Examples:
      argmap explain                        all codes
      argmap explain RE05
      argmap explain circular-support
      argmap explain AN                     all codes that begin so
    """
    from argmap.cli.errors import UserError
    from argmap.cli.output import answer, answers
    from argmap.diagnostics.explanation import explanations
    from argmap.diagnostics.selecting import meant, nearest
    from argmap.render.explain import explanation_lines, explanation_list

    known = explanations()
    names = {each.code: each.name for each in known}
    prefix = meant(code or "all", names)
    if prefix is None:
        near = nearest(code or "", names)
        hint = f"did you mean {', '.join(near)}?" if near else "`argmap explain` lists all codes"
        raise UserError(f"there is no diagnostic {code!r}", hint, exit_code=1)
    found = [each for each in known if each.code.startswith(prefix)]
    answer(
        output,
        "explain",
        lambda: answers().explain_record(found),
        lambda layout: (
            explanation_lines(found[0], layout)
            if prefix in names
            else explanation_list(found, layout)
        ),
        items="explanations",
        ids=lambda: [each.code for each in found],
    )
    return 0
