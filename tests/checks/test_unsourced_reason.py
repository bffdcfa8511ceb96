from argmap.checks.unsourced_reason import run
from argmap.model.anchor import Anchor
from argmap.model.claim import Claim, Mark
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation
from argmap.model.span import Span

ANCHOR = Anchor(quote="so it is")
SPAN = Span("m", 3, 1, 3, 9)
BARE = Claim("bare", span=SPAN)
SOURCED = Claim("sourced", source=ANCHOR)


def _findings(*reasons: Claim, kind: Kind = "support") -> list[Diagnostic]:
    relations = [Relation(f"r-{c.id}", kind, (c.id,), "thesis") for c in reasons]
    return list(run(ArgumentMap([Claim("thesis"), *reasons], relations)))


def test_the_reasons_without_a_source_make_one_note() -> None:
    (finding,) = _findings(SOURCED, BARE)
    assert finding == Diagnostic(
        "RE14",
        "note",
        "“bare” has neither a source nor a reason, unlike 1 of 2 first reasons",
        SPAN,
        "anchor it with {source: …}, give a reason, or mark it {assumed: true}",
        ("bare",),
    )
    sourced = [SOURCED._replace(id=f"s{number}") for number in range(5)]
    bare = [BARE._replace(id=f"b{number}") for number in range(5)]
    (finding,) = _findings(*sourced, *bare)
    assert finding.message == (
        "“b0”, “b1”, “b2” and 2 more have neither a source nor a reason, "
        "unlike 5 of 10 first reasons"
    )
    assert finding.claims == ("b0", "b1", "b2", "b3", "b4")


def test_a_map_that_gives_no_sources_or_few_is_left_alone() -> None:
    assert _findings(BARE) == []
    assert _findings(SOURCED, BARE, BARE._replace(id="b2")) == []


def test_what_is_assumed_or_linked_or_says_its_source_in_words_is_not_bare() -> None:
    assert _findings(SOURCED, BARE._replace(data={"assumed": True})) == []
    assert _findings(SOURCED, BARE._replace(data={"source": "Smith 2010"})) == []
    assert _findings(SOURCED, BARE._replace(marks=(Mark("link", 0, 1, "https://x.org"),))) == []
    assert len(_findings(SOURCED, BARE._replace(data={"assumed": False, "source": ""}))) == 1
    assert len(_findings(SOURCED, BARE._replace(marks=(Mark("link", 0, 1, "#here"),)))) == 1


def test_objections_conflicts_and_supported_reasons_need_no_source() -> None:
    assert _findings(SOURCED, BARE, kind="rebuttal") == []
    assert _findings(SOURCED, BARE, kind="equivalence") == []
    relations = [
        Relation("r1", "support", ("sourced",), "bare"),
        Relation("r2", "support", ("bare",), "thesis"),
    ]
    assert list(run(ArgumentMap([Claim("thesis"), BARE, SOURCED], relations))) == []
