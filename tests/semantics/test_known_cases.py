"""Cases that the literature discusses come out as it says."""

import pytest

from argmap.semantics.evaluation import evaluate
from small_maps import map_of

CASES = {
    # R. Reiter, 1980: a Quaker and a Republican, with nothing to choose between.
    "Nixon": (
        ("quaker support pacifist", "republican support hawk", "pacifist contradiction hawk"),
        {"quaker": "in", "pacifist": "undecided", "hawk": "undecided"},
    ),
    # What holds of birds does not hold of this one, since it is a penguin.
    "Tweety": (
        ("bird support flies", "penguin undercut r1"),
        {"bird": "in", "penguin": "in", "flies": "out"},
    ),
    # J. Pollock, 1987: what looks red is red, unless a red light shines on it.
    "red light": (
        ("looks support red", "light undercut r1", "broken rebuttal light"),
        {"looks": "in", "light": "out", "red": "in"},
    ),
    # S. Modgil and H. Prakken, 2014, example 3.26, without an order of the rules.
    "whisky": (
        (
            "born support scottish", "scottish support likes", "fitness support dislikes",
            "likes contradiction dislikes",
        ),
        {"scottish": "in", "likes": "undecided", "dislikes": "undecided"},
    ),
    # The same, example 4.1: each conclusion stands or falls with the other's failing.
    "married bachelor": (
        ("ring support married", "party support bachelor", "married contrary bachelor"),
        {"ring": "in", "party": "in", "married": "undecided", "bachelor": "undecided"},
    ),
    # The same system with an undercut by name (TweetyProject): the step falls, its premise stands.
    "undercut by name": (
        ("a support b", "a undercut r1"),
        {"a": "in", "b": "out"},
    ),
    # P. M. Dung, 1995: what is attacked by what is attacked is defended.
    "reinstatement": (
        ("b rebuttal a", "c rebuttal b"),
        {"a": "in", "b": "out", "c": "in"},
    ),
    # Two ways to a claim, one of which fails: convergent reasons are alternatives.
    "two ways": (
        ("a support e", "b support e", "no rebuttal a"),
        {"a": "out", "e": "in"},
    ),
    "odd circle": (
        ("a rebuttal b", "b rebuttal c", "c rebuttal a"),
        {"a": "undecided", "b": "undecided", "c": "undecided"},
    ),
    # M. Caminada, 2006: a floating conclusion is not granted by the grounded labelling.
    "floating conclusion": (
        ("a contrary b", "a rebuttal c", "b rebuttal c", "c rebuttal d"),
        {"c": "undecided", "d": "undecided"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_case_comes_out_as_is_said(name: str) -> None:
    lines, expected = CASES[name]
    labels = evaluate(map_of(*lines)).verdicts.claims
    assert {id: labels[id] for id in expected} == expected
