import pytest

from argmap.checks.dangling_reference import run
from argmap.formats import Source
from argmap.formats.argdown import read
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


def _told(text: str) -> list[tuple[str, str, str]]:
    return [(f.severity, f.message, f.hint) for f in run(read(Source(text)).map)]


def test_the_nearest_stated_title_is_proposed() -> None:
    (told,) = _told("[Bicycle lanes]: Build them.\n  + [Trade]: It helps.\n  + [Bycicle lane]\n")
    assert told[2] == "say once what it is, as in [Bycicle lane]: …, or correct the title"
    (told,) = _told("[Bicycle lanes]: Build them.\n  + [Trade]: It helps.\n  + [Bicycle lane]\n")
    assert told[2] == "did you mean “Bicycle lanes”?"
    (told,) = _told("[Argument 1]: Build them.\n  + [Argument 2]\n")
    assert "did you mean" not in told[2]


def test_the_brackets_of_the_other_kind_are_proposed() -> None:
    (told,) = _told("<Trade>: It helps.\n\n[Lanes]: Build them.\n  + [Trade]\n")
    assert told[2] == "did you mean the argument <Trade>?"
    (told,) = _told("[Trade]: It helps.\n\n[Lanes]: Build them.\n  + <Trade>\n")
    assert told[2] == "did you mean the claim [Trade]?"
    (told,) = _told("[Lanes]: Build them.\n  + [Trade]\n\n<Trade>\n\n(1) A.\n----\n(2) B.\n")
    assert told[2] == "did you mean the argument <Trade>?"


def test_a_map_of_titles_alone_is_told_so_once() -> None:
    map = read(Source("[A]\n  + [B]\n    - <C>\n")).map
    (finding,) = run(map)
    assert (finding.severity, finding.claims) == ("note", ("a", "b", "c"))
    assert finding.message == "this map only has the names of its 3 claims, and states none of them"


def test_mentions_of_nothing_are_reported() -> None:
    text = "[A]: See @[Bb], @[A], @<Cc>, @<Bb> and @[Bb] again.\n\n<Cc>: Like @[ A ].\n"
    assert _told(text) == [
        (
            "warning",
            "“A” mentions a claim “Bb” that the map does not have",
            "say once what it is, or write \\@ if no mention is meant",
        ),
        (
            "warning",
            "“A” mentions an argument “Bb” that the map does not have",
            "say once what it is, or write \\@ if no mention is meant",
        ),
    ]
    assert _told("[Open borders]: Yes, see @[Open-Borders].\n")[0][2] == (
        "did you mean “Open borders”?"
    )
    assert _told("[A]: Yes, see @<A>.\n")[0][2] == "did you mean the claim [A]?"


def test_a_mention_of_what_is_never_stated_is_told_of_where_it_is_used() -> None:
    (told,) = _told("[A]: See @[B].\n  + [B]\n")
    assert told[1] == "“B” is referred to but never stated"


@pytest.mark.parametrize(
    "link",
    [
        "#heading-the-first-part", "#the-first-part", "#the-first-part-tag", "#statement-its-so",
        "#its-so", "#argument-why-not", "#why-not", "#statement-%c3%a9t%c3%a9", "#ete",
        "https://example.org/#nowhere",
    ],
)  # fmt: skip
def test_links_to_headings_statements_and_arguments_lead_somewhere(link: str) -> None:
    text = f"# The first part #tag\n\n[It's so]: See [here]({link}).\n  + <Why not?>: Gist.\n"
    assert _told(text + "  + [Été]: Summer.\n  + [Ete]: Summer, too.\n") == []


def test_a_link_to_nothing_is_noted() -> None:
    ((severity, message, hint),) = _told("[A]: See [here](#heading-nowhere).\n")
    assert (severity, message) == (
        "note",
        "“A” links to “#heading-nowhere”, and nothing here is called so",
    )
    assert hint == "the link is #statement-, #argument- or #heading- and the title, with hyphens"


def test_mentions_in_headings_and_arguments_are_looked_at() -> None:
    text = "# As @[Aa] says\n\n<R>: Unlike @<Q>, see [here](#nowhere).\n"
    text += "\n(1) [A]: a\n----\n(2) [B]: b\n"
    lacking = "that the map does not have"
    found = list(run(read(Source(text)).map))
    assert [(f.severity, f.message, f.claims) for f in found] == [
        ("warning", f"the argument “R” mentions an argument “Q” {lacking}", ("a", "b")),
        ("note", "the argument “R” links to “#nowhere”, and nothing here is called so", ("a", "b")),
        ("warning", f"the heading “As @[Aa] says” mentions a claim “Aa” {lacking}", ()),
    ]  # fmt: skip
    assert [f.span.line for f in found if f.span] == [3, 3, 1]
    known = text.replace("@[Aa]", "@[A]").replace("@<Q>", "@<R>").replace("#nowhere", "#argument-r")
    assert _told(known) == []


def test_what_a_sketched_argument_mentions_is_reported_once() -> None:
    assert len(_told("<R>: Unlike @<Q>.\n")) == 1
