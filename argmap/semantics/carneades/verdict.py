"""What an evaluation says: labels, the reasons for them, and what was not done."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.semantics.label import Label


class NotDone(NamedTuple):
    """Something that a file asks for and the evaluation did not do.

    ``sort`` says what it is: a ``scheme``, ``weighing``, ``standard``, ``issue scheme`` or the
    ``limit``; ``name`` which one; ``why`` what was done instead, as the end of a sentence.
    """

    sort: str
    name: str
    why: str


class Reason(NamedTuple):
    """Why something has its label.

    ``rule`` of a claim is ``assumed``, ``rival assumed``, ``supported``, ``unsupported``,
    ``prevails`` or ``does not prevail``, that of a relation ``weighs``, ``weighs nothing``,
    ``undercut``, ``unwarranted`` or, if it joins claims, ``ends``; it is empty for what is
    undecided. ``by`` are the relations that decided it, of the position itself where it prevails
    and of the strongest other position where it does not; ``issue`` the issue or the contrary in
    which that was. The ``step`` is later than those of all that it follows from, 0 the first;
    -1 for what is undecided.
    """

    rule: str = ""
    step: int = -1
    by: tuple[str, ...] = ()
    issue: str = ""


class Carneades(NamedTuple):
    """What Carneades makes of a map.

    ``claims`` and ``relations`` have a label for each, ``derived`` for each statement that only
    schemes made, by the term that it is; ``reasons`` for all of these. ``weights`` are those of the
    relations that could be weighed. ``not_done`` is what the map asks for and was not done.
    """

    claims: Mapping[str, Label]
    relations: Mapping[str, Label]
    derived: Mapping[str, Label]
    reasons: Mapping[str, Reason]
    weights: Mapping[str, float]
    not_done: tuple[NotDone, ...]
