from argmap.checks.dangling_reference import run
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.span import Span


def _findings(*claims: Claim, arguments: tuple[Argument, ...] = ()) -> list[Diagnostic]:
    return list(run(ArgumentMap(claims, arguments=arguments)))


def test_a_title_without_text_dangles() -> None:
    span = Span("m", 2, 5, 2, 9)
    (finding,) = _findings(Claim("work", title="Work", span=span))
    assert finding == Diagnostic(
        "RE01",
        "warning",
        "“Work” is referred to but never stated",
        span,
        "say once what it is, as in [Work]: …, or correct the title",
        ("work",),
    )


def test_a_claim_with_a_text_or_other_wordings_does_not() -> None:
    assert _findings(Claim("a", text="So it is."), Claim("b", wordings=("Or so.",))) == []


def test_a_title_that_differs_in_case_or_punctuation_alone_is_proposed() -> None:
    stated = Claim("a", title="Open Borders", text="States should open them.")
    (finding,) = _findings(Claim("b", title="open-borders"), stated)
    assert finding.hint == "did you mean “Open Borders”?"


def test_an_argument_without_gist_or_steps_dangles() -> None:
    (finding,) = _findings(Claim("a", title="A"), arguments=(Argument("a", "A", gist="a"),))
    assert finding.message == "the argument “A” is referred to but never stated"
    assert "<A>: …" in finding.hint


def test_an_argument_with_a_gist_or_with_steps_does_not() -> None:
    assert _findings(Claim("a", text="Gist."), arguments=(Argument("a", gist="a"),)) == []
    assert _findings(Claim("a"), arguments=(Argument("a", text="Gist.", gist="a"),)) == []
    steps = ArgumentMap(
        [Claim("a", text="A."), Claim("b", text="B.")],
        [Relation("r", "support", ("b",), "a")],
        [Argument("x", title="X", relations=("r",))],
    )
    assert list(run(steps)) == []
