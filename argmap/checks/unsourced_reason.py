"""Claims are given as reasons that have neither a reason nor a source.

Reasons have to begin somewhere: with what is taken from a source (see `argmap anchor`) or shown
by a link, or with what readers are asked to grant, {assumed: true}. Only a map that says where
most of its first reasons come from is told where it does not, in one note; to the others, sources
are no concern, and a note on every leaf would tell nothing. Objections need no source to be met.

Bad::

    [Cleaner air]: The air in the centre would be cleaner.
      + [Measured]: It was so in another town. {source: {quote: "fell by a quarter"}}
      + [Obvious]: It is obvious.

Good::

    [Cleaner air]: The air in the centre would be cleaner.
      + [Measured]: It was so in another town. {source: {quote: "fell by a quarter"}}
      + [Obvious]: It is obvious. {assumed: true}
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of, some_of
from argmap.graph.measure import is_supported
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield one note if at least half of the first reasons have a source, and some do not. Linear.

    First reasons are premises that support something and that nothing supports; those marked
    as assumed are left out.
    """
    first = [claim for claim in map.claims.values() if _is_first(map, claim)]
    bare = [claim for claim in first if not _has_source(claim)]
    if not bare or len(bare) > len(first) - len(bare):
        return
    many = len(bare) > 1
    yield Diagnostic(
        CHECK.code,
        "note",
        f"{some_of([name_of(claim) for claim in bare])} {'have' if many else 'has'} neither "
        f"a source nor a reason, unlike {len(first) - len(bare)} of {len(first)} first reasons",
        bare[0].span,
        "anchor it with {source: …}, give a reason, or mark it {assumed: true}",
        tuple(claim.id for claim in bare),
    )


def _is_first(map: ArgumentMap, claim: Claim) -> bool:
    supports = any(r.stance == "for" and not r.symmetric for r in map.drawn_from(claim.id))
    return supports and not is_supported(map, claim.id) and claim.data.get("assumed") is not True


def _has_source(claim: Claim) -> bool:
    """Whether a claim says where it comes from, by an anchor, in words, or by a link."""
    linked = any(mark.kind == "link" and mark.target[:1] != "#" for mark in claim.marks)
    return linked or claim.source is not None or bool(claim.data.get("source"))


CHECK = Check("RE14", "unsourced-reason", run)
