import pytest

from argmap.checks.unbacked_relation import run
from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.diagnostic import Diagnostic

STEPS = """

<B>

(1) [P]: First premise.
(2) [Q]: Second premise.
----
(3) [R]: First conclusion.
(4) [S]: Third premise.
----
(5) [T]: Last conclusion.

<A>

(1) [X]: A premise elsewhere.
----
(2) [C]: A conclusion elsewhere.
"""


def _findings(text: str) -> list[Diagnostic]:
    reading = read(Source(text + STEPS, "m"))
    assert reading.diagnostics == []
    return list(run(reading.map))


def test_a_support_without_backing_is_reported_where_it_is_drawn() -> None:
    (finding,) = _findings("<B>\n  + <A>")
    assert (finding.code, finding.severity, finding.claims) == ("RE11", "warning", ("c",))
    assert finding.message == (
        "“C”, which “A” concludes, is meant to support the argument “B”, "
        "but is neither a premise of it nor a reason for one"
    )
    assert str(finding.span) == "m:2:5"


def test_so_is_an_attack_and_what_a_statement_is_said_to_do() -> None:
    (finding,) = _findings("<B>\n  - [Y]: A statement elsewhere.")
    assert finding.message == (
        "“Y” is meant to attack the argument “B”, "
        "but speaks against no premise and no conclusion of it"
    )


@pytest.mark.parametrize("part", ["P", "Q", "R", "S"])
@pytest.mark.parametrize("source", ["<A>", "[C]"])
def test_a_reason_for_a_premise_backs_a_support(part: str, source: str) -> None:
    assert _findings(f"<B>\n  + {source}\n\n[{part}]\n  + [C]") == []
    assert _findings(f"<B>\n  + [{part}]") == []


def test_a_reason_for_the_conclusion_or_against_a_premise_does_not() -> None:
    assert len(_findings("<B>\n  + <A>\n\n[T]\n  + [C]")) == 1
    assert len(_findings("<B>\n  + <A>\n\n[P]\n  - [C]")) == 1
    assert len(_findings("<B>\n  + [T]")) == 1


@pytest.mark.parametrize(
    "backing",
    [
        "[P]\n  - [C]",
        "[S]\n  >< [C]",
        "[C]\n  >< [Q]",
        "[R]\n  - <A>",
        "[T]\n  - <A>",
        "<B>\n  _ <A>",
    ],
)
def test_speaking_against_a_part_or_a_step_backs_an_attack(backing: str) -> None:
    assert _findings(f"<B>\n  - <A>\n\n{backing}") == []


def test_a_reason_for_a_premise_does_not_back_an_attack() -> None:
    assert len(_findings("<B>\n  - <A>\n\n[P]\n  + [C]")) == 1


def test_claims_in_the_same_words_are_one() -> None:
    assert _findings("<B>\n  + [Y]: FIRST premise") == []
    text = "<B>\n  - <A>\n\n[P]\n  - [Y]: A conclusion, elsewhere!"
    assert _findings(text) == []


def test_nothing_is_said_of_undercuts_sketches_and_mere_titles() -> None:
    assert _findings("<B>\n  _ <A>") == []
    assert _findings("<B>\n  + <Sketch>: A gist.\n  - <Sketch>") == []
    assert _findings("<Sketch>: A gist.\n  + <A>\n  - [Y]: A claim.") == []
    assert _findings("<B>\n  + [Unstated]") == []


def test_an_argument_without_a_title_is_one_too() -> None:
    reading = read(Source("(1) A.\n----\n(2) B.\n  _ <C>: Gist.\n\n[D]: Stated.\n"))
    assert list(run(reading.map)) == []
