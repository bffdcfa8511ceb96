"""A claim is referred to but never stated.

A title is only a name. If no text goes with it, readers have to guess what the claim says, and
nobody can judge whether its reasons support it. Most often the title was misspelt in one of the
two places. The same goes for an argument that has neither a gist nor steps.

Bad::

    [Open borders]: States should open their borders.
      + [Work]

Good::

    [Open borders]: States should open their borders.
      + [Work]: Open borders let people go where there is work.
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.names import fold


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each claim or argument without words of its own. Linear."""
    gists = {a.gist: a for a in map.arguments.values() if a.gist is not None}
    stated = {fold(c.title): c for c in map.claims.values() if c.title and _is_stated(c)}
    for claim in map.claims.values():
        argument = gists.get(claim.id)
        if _is_stated(claim) or (argument and _is_stated(argument)):
            continue
        meant = stated.get(fold(claim.title))
        what = "the argument " if argument else ""
        yield Diagnostic(
            CHECK.code,
            "warning",
            f"{what}{name_of(claim)} is referred to but never stated",
            claim.span,
            f"did you mean {name_of(meant)}?" if meant else _remedy(claim, argument),
            (claim.id,),
        )


def _is_stated(record: Claim | Argument) -> bool:
    return bool(record.text or record.wordings)


def _remedy(claim: Claim, argument: Argument | None) -> str:
    title = claim.title or claim.id
    shape = f"<{title}>: …" if argument else f"[{title}]: …"
    return f"say once what it is, as in {shape}, or correct the title"


CHECK = Check("RE01", "dangling-reference", run)
