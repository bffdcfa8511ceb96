"""What ``flip`` answers: a sentence, and the changes that would do it."""

from collections.abc import Iterator

from argmap.model.map import ArgumentMap
from argmap.render.lines import Layout, Line, Segment, wrap
from argmap.render.verdicts import TONE, wrap_line
from argmap.semantics.flip import Flip, Flips, Question
from argmap.semantics.label import Label

_IS = {"in": "stands", "out": "falls", "undecided": "is undecided"}
_WOULD = {"in": "stand", "out": "fall", "undecided": "be undecided"}
_ENDLESS = 10**9
_DONE = {"withdraw": "given up", "attack": "refuted"}


def flip_lines(
    map: ArgumentMap, question: Question, label: Label, found: Flips, layout: Layout
) -> Iterator[Line]:
    """The verdict, and each set of changes that would overturn it."""
    words = f'"{map.claims[question.claim].words.rstrip(".")}" {_IS[label]}.'
    done = _DONE[question.by]
    if found.sets == (Flip((), label),):
        yield from wrap_line([Segment(f"{words} That is what is wanted.", "root")], layout)
        return
    if not found.sets:
        said = f"{words} Nothing that could be {done} would change that."
        if question.limit is not None:
            things = "one thing" if question.limit == 1 else f"up to {question.limit} things"
            said = f"{words} That would not change if {things} were {done}."
        yield from wrap_line([Segment(said, "root")], layout)
        return
    would = f"would {_WOULD[next(iter(question.wanted))]}"
    if label not in question.wanted and len(question.wanted) > 1:
        would = "would not be" if label == "undecided" else "would not"
    alone = all(len(flip.elements) == 1 for flip in found.sets)
    if len(found.sets) > 1:
        how = f"any one of these were {done}" if alone else f"all of one group were {done}"
    else:
        how = f"this were {done}" if alone else f"these were {done} together"
    yield from wrap_line([Segment(f"{words} It {would} if {how}:", "root")], layout)
    yield []
    room = (layout.width or _ENDLESS) - 4
    for number, flip in enumerate(found.sets, 1):
        if not alone and len(found.sets) > 1:
            yield [Segment(f"group {number}: it would {_WOULD[flip.label]}", TONE[flip.label])]
        for id in flip.elements:
            for line in wrap(_said(map, id), room, room):
                yield [Segment("  " if alone or len(found.sets) == 1 else "    "), *line]
    if found.more or not found.searched:
        yield []
    if found.more:
        yield [Segment("there are more ways; --count shows more", "dim")]
    if not found.searched:
        yield [Segment("the search was given up: there may be others as small", "dim")]


def _said(map: ArgumentMap, id: str) -> Line:
    """A claim, or a relation by what it leads from and to."""
    if id in map.claims:
        return [Segment(map.claims[id].words), Segment(f"[{id}]", "id")]
    relation = map.relations[id]
    premises = " and ".join(f"[{premise}]" for premise in relation.premises)
    what = "step" if relation.stance == "for" else "objection"
    said = f"the {what} from {premises} to [{relation.target}]"
    return [Segment(said), Segment(f"[{id}]", "id")]
