from argmap.checks.unused_premise import run
from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.span import Span


def _findings(text: str) -> list[Diagnostic]:
    return list(run(read(Source(text, "m")).map))


STEPS = """<A>

(1) [P]: One.
(2) [Q]: Two.
-- {first} --
(3) [R]: Three.
(4) [S]: Four.
-- {second} --
(5) [T]: Five.
"""


def test_all_is_used_unless_a_step_says_otherwise() -> None:
    assert _findings(STEPS.format(first="Rule", second="Rule")) == []
    assert _findings(STEPS.format(first="{uses: [1]}", second="{uses: [2, 3, 4]}")) == []


def test_a_premise_that_no_step_uses_is_reported_where_it_stands() -> None:
    (finding,) = _findings(STEPS.format(first="{uses: [2]}", second="{uses: [3, 4]}"))
    assert finding == Diagnostic(
        "RE10",
        "warning",
        "“P” is a premise of the argument “A”, and no step uses it",
        Span("m", 3, 5, 3, 13),
        "name its number in the `uses` of a step, or take it out of the argument",
        ("p",),
    )


def test_so_is_an_intermediate_conclusion() -> None:
    (finding,) = _findings(STEPS.format(first="{uses: [1, 2]}", second="{uses: [1, 4]}"))
    assert finding.message == (
        "“R” is an intermediate conclusion of the argument “A”, and no step uses it"
    )
    assert finding.span == Span("m", 6, 5, 6, 15)


def test_an_argument_without_a_title_has_a_place_too() -> None:
    text = STEPS.format(first="{uses: [1]}", second="{uses: [3, 4]}").removeprefix("<A>\n\n")
    (finding,) = _findings(text)
    assert str(finding) == "m:2:5: RE10 “Q” is a premise, and no step uses it"


def test_a_premise_stated_elsewhere_is_looked_for_at_the_end_of_the_argument() -> None:
    text = "[P]: One.\n\n" + STEPS.format(first="{uses: [2]}", second="{uses: [3, 4]}")
    (finding,) = _findings(text.replace("(1) [P]: One.", "(1) [P]"))
    assert finding.span is not None
    assert (finding.span.line, finding.claims) == (10, ("p",))


def test_each_statement_is_told_once_and_the_last_conclusion_never() -> None:
    claims = [Claim("a", text="A."), Claim("b", text="B."), Claim("c", text="C.")]
    steps = [Relation("r", "support", ("b",), "a")]
    argument = Argument("x", relations=("r",), statements=("c", "b", "c", "a"))
    (finding,) = run(ArgumentMap(claims, steps, [argument]))
    assert finding.claims == ("c",)
    sketch = Argument("a", gist="a", relations=("r",), statements=("c",))
    assert list(run(ArgumentMap(claims, steps, [sketch]))) == []
