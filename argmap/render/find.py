"""What ``find`` answers."""

from collections.abc import Iterable, Iterator

from argmap.model.claim import Claim
from argmap.render.lines import Layout, Line
from argmap.render.outline import Row, draw


def claims_lines(claims: Iterable[Claim], layout: Layout) -> Iterator[Line]:
    """Claims one after the other."""
    yield from draw([Row(0, claim.words, claim.id) for claim in claims], layout)
