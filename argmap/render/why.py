"""What ``why`` answers: a sentence, and an outline of the reason for it."""

from collections.abc import Iterator, Mapping, Sequence

from argmap.model.map import ArgumentMap
from argmap.render.lines import Layout, Line, Segment, Style
from argmap.render.outline import Row, draw, label_of, member_of, sign_of
from argmap.render.parts import counted
from argmap.render.verdicts import TONE, columned, verdict_line, wrap_line
from argmap.semantics.carneades.tracing import Decided
from argmap.semantics.label import Label
from argmap.semantics.open_questions import Settled
from argmap.semantics.strengths.making import Made
from argmap.semantics.why import Reason, Rule
from argmap.semantics.witnesses import Witness

_SENTENCE: Mapping[str, str] = {
    "unopposed": "stands: it is taken for granted, and nothing in the map speaks against it.",
    "granted": "stands: it is taken for granted, and nothing that speaks against it holds.",
    "supported": "stands, for this reason:",
    "rebutted": "falls, for this reason:",
    "tied": "falls, since it is in a tie with something that stands apart from that:",
    "unsupported": "falls, since nothing is left that speaks for it:",
    "circular": "falls, since it is only held up by itself:",
    "withdrawn": "falls, since it is supposed not to be held.",
    "open": "is undecided: the map says that it is unsure.",
}
_WORD: Mapping[Rule, str] = {
    "unopposed": "granted",
    "granted": "granted",
    "supported": "stands",
    "rebutted": "falls",
    "tied": "falls: tied",
    "unsupported": "falls: nothing is left that speaks for it",
    "circular": "falls: held up by itself alone",
    "withdrawn": "falls: supposed not to be held",
    "open": "undecided: the map is unsure of it",
    "blocked": "undecided",
}
_WOULD: Mapping[Label, str] = {"in": "stand", "out": "fall", "undecided": "stay undecided"}
_VERB: Mapping[Label, str] = {"in": "stands", "out": "falls", "undecided": "is undecided"}
_PLAIN: Mapping[Label, str] = {"in": "stands", "out": "falls", "undecided": "undecided"}


def why_lines(map: ArgumentMap, reasons: Sequence[Reason], layout: Layout) -> Iterator[Line]:
    """The verdict in a sentence, and below it what it rests on."""
    root = reasons[0]
    assert root.rule  # noqa: S101  # the claim that is asked about is always explained
    said = _SENTENCE.get(root.rule) or _undecided(reasons)
    if root.rule == "unsupported" and len(reasons) == 1:
        said = "falls: it is not taken for granted, and nothing speaks for it."
    sentence = f'"{map.claims[root.claim].words.rstrip(".")}" {said}'
    yield from wrap_line([Segment(sentence, "root")], layout)
    if len(reasons) > 1:
        yield []
        yield from draw(list(_rows(map, reasons)), layout)


_CARNEADES: Mapping[str, str] = {
    "assumed": "it is assumed",
    "rival assumed": "something that excludes it is assumed",
    "supported": "something speaks for it",
    "unsupported": "nothing that counts speaks for it",
    "prevails": "it has more for it than what it stands against",
    "does not prevail": "it has no more for it than what it stands against",
    "": "it hangs on something undecided",
}
_LEAST = 0.0005
"""What is nearer to nothing is rounded to nothing."""
_MUTUAL = 2
"""The depth at which a claim comes up again that speaks against what speaks against it."""


def _undecided(reasons: Sequence[Reason]) -> str:
    """What keeps a claim undecided, which the last line of the explanation comes down to."""
    last = reasons[-1]
    if last.rule == "open":
        return "is undecided, since it hangs on something that the map is unsure of:"
    if all(reason.stance == "for" for reason in reasons[1:]):
        return "is undecided, since it hangs on claims that only support each other:"
    if last.claim == reasons[0].claim and last.depth <= _MUTUAL:
        return "is undecided: it and what speaks against it rule each other out."
    if last.claim == reasons[0].claim:
        return "is undecided, since by way of what speaks against it, it hangs on itself:"
    return "is undecided, since it hangs on claims that rule each other out:"


def _rows(map: ArgumentMap, reasons: Sequence[Reason]) -> Iterator[Row]:
    levels: list[int] = []  # for each depth, the level of what is told there
    for reason in reasons:
        del levels[reason.depth :]
        level = levels[-1] + 1 if levels else 0
        claim = map.claims[reason.claim]
        tone = TONE[reason.label]
        row = Row(level, claim.words, claim.id, note=f"({_note(reason)})", tone=tone)
        if reason.depth == 0:
            yield row._replace(note=row.note, style="root")
        else:
            relation = map.relations[reason.relation]
            row = row._replace(sign=sign_of(relation), label=label_of(relation))
            if reason.premises > 1:
                if reason.premise == 1:
                    fails = "" if reason.step == "in" else f"({_PLAIN[reason.step]})"
                    yield Row(level, f"{row.label} together:".strip(), sign=row.sign, note=fails)
                level += 1
                member = member_of(reason.premise, reason.premises)
                row = row._replace(level=level, sign="", label="", member=member)
            if reason.repeat:
                row = row._replace(style="reference")
            yield row
        levels += [level] * (reason.depth + 1 - len(levels))


def _note(reason: Reason) -> str:
    if reason.label == "in" and reason.step == "out" and reason.premises == 1:
        return "stands, but does not count"
    if not reason.rule:
        return _PLAIN[reason.label]
    said = [_WORD[reason.rule]]
    if reason.apart:
        said.append("apart from the tie")
    if reason.repeat:
        said.append("see above")
    elif reason.more:
        are = "objection to it stands" if reason.more == 1 else "objections to it stand"
        return f"{', '.join(said)}; {reason.more} more {are}"
    return ", ".join(said)


def open_lines(map: ArgumentMap, settling: Sequence[Settled], layout: Layout) -> Iterator[Line]:
    """What would settle the verdict."""
    for each in settling:
        yield []
        words = map.claims[each.unsure].words.rstrip(".")
        said = f'If "{words}" held, it would {_WOULD[each.if_so]}; if not, {_WOULD[each.if_not]}.'
        if each.if_so == each.if_not:
            said = f'Whether or not "{words}" holds, it would {_WOULD[each.if_so]}.'
        yield from wrap_line([Segment(said), Segment(f"[{each.unsure}]", "id")], layout)


def witness_lines(
    map: ArgumentMap, semantics: str, found: Witness, layout: Layout
) -> Iterator[Line]:
    """Whether all labellings agree about a claim, and if not two that do not."""
    words = f'"{map.claims[found.claim].words.rstrip(".")}"'
    if not found.one:
        yield [Segment(f"no {semantics} labelling exists")]
        return
    if found.other is None:
        said = f"{words} {_VERB[found.one[found.claim]]} in every {semantics} labelling."
        yield from wrap_line([Segment(said, "root")], layout)
        return
    one, other = (_VERB[labels[found.claim]] for labels in (found.one, found.other))
    said = f"{words} {one} in one {semantics} labelling and {other} in another."
    yield from wrap_line([Segment(said, "root")], layout)
    for labels, head in ((found.one, "in one:"), (found.other, "in the other:")):
        yield []
        yield [Segment(head, "heading" if layout.drawn else "")]
        for id, label in labels.items():
            yield from verdict_line(map, id, label, layout)


def decided_lines(map: ArgumentMap, told: Sequence[Decided], layout: Layout) -> Iterator[Line]:
    """What Carneades makes of a claim, and below it what decided that."""
    root = told[0]
    words = f'"{map.claims[root.claim].words.rstrip(".")}"'
    said = f"{words} {_VERB[root.label]}: {_CARNEADES[root.rule]}."
    yield from wrap_line([Segment(said, "root")], layout)
    if len(told) > 1:
        yield []
        rows = (_decided_row(map, each) for each in told)
        yield from draw(list(rows), layout)


def _decided_row(map: ArgumentMap, each: Decided) -> Row:
    claim = map.claims[each.claim]
    weight = "" if each.weight is None else f"; weight {each.weight:g}"
    note = f"({_VERB[each.label]}: {_CARNEADES[each.rule]}{weight})"
    note = f"{note[:-1]}, see above)" if each.repeat else note
    style: Style = "" if each.depth else "root"
    row = Row(each.depth, claim.words, claim.id, note=note, style=style, tone=TONE[each.label])
    return row._replace(sign=sign_of(map.relations[each.relation])) if each.relation else row


def making_lines(map: ArgumentMap, found: Made, layout: Layout) -> Iterator[Line]:
    """The strength of a claim, what each reason makes of it, and how much each claim counts."""
    words = f'"{map.claims[found.claim].words.rstrip(".")}"'
    if found.strength is None:
        yield from wrap_line([Segment(f"{words}: its strength does not settle.", "root")], layout)
        return
    yield from wrap_line([Segment(f"{words} has strength {found.strength:.3f}.", "root")], layout)
    if found.removals:
        yield []
        yield [Segment("what each reason makes of it:", "heading" if layout.drawn else "")]
    for relation, difference in found.removals:
        record = map.relations[relation]
        ends = " & ".join(map.claims[p].words for p in record.premises)
        head = "      ?" if difference is None else f"{difference:+.3f}"
        if difference is not None and abs(difference) < _LEAST:
            head = " 0.000"
        said = [Segment(ends), Segment(f"[{relation}]", "id")]
        yield from columned(Segment(head, _tone(difference)), said, layout)
    slopes = [(id, slope) for id, slope in found.contributions if id in map.claims]
    if slopes:
        head = "how fast it changes with the base score of each claim:"
        yield from _numbered(map, head, [(id, slope, "") for id, slope in slopes], layout)
    if found.shapley and found.shapley.shares:
        alone, shares, orders = found.shapley
        how = f"from {orders} orders, ± standard error" if orders else "exactly"
        head = f"the share of each claim, {how}; alone it would have {alone:.3f}:"
        told = [(id, share, f"±{error:.3f}" if orders else "") for id, share, error in shares]
        yield from _numbered(map, head, told, layout)


def _numbered(
    map: ArgumentMap, head: str, told: Sequence[tuple[str, float, str]], layout: Layout
) -> Iterator[Line]:
    """Claims with a number each and a remark on it; those that round to nothing are counted."""
    yield []
    yield [Segment(head, "heading" if layout.drawn else "")]
    least = 0
    for id, number, remark in told:
        if abs(number) < _LEAST:
            least += 1
            continue
        said = [Segment(remark, "dim"), Segment(map.claims[id].words), Segment(f"[{id}]", "id")]
        said = said if remark else said[1:]
        yield from columned(Segment(f"{number:+.3f}", _tone(number)), said, layout)
    if least:
        more = f"{counted(least, 'claim')} by less than 0.001"
        yield from columned(Segment(""), [Segment(more, "dim")], layout)


def _tone(number: float | None) -> Style:
    return "dim" if not number else "for" if number > 0 else "against"
