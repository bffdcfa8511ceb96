"""Maps with something in every field of every record."""

from hypothesis import strategies as st

from argmap.model.anchor import Anchor
from argmap.model.argument import Argument
from argmap.model.claim import Claim, Mark
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, Relation
from argmap.model.section import Section
from argmap.model.span import Span

numbers = st.integers(1, 10**6)
weights = st.none() | st.floats(0, 1)
anything = st.text(max_size=8)
PIECES = [
    "a", "b", "Aa", "word ", "two words", "1.", "(1)", "[x]", "<y>", "[", "]", "<", ">", "{", "}",
    "#", "#tag", "#(a b)", "*", "**", "_", "__", "//", "/*", "*/", "<!--", "-->", "\\", "@[x]",
    "@<y>", "[l](http://x.y)", ".->.", ":^:", "+ ", "- ", "-- ", "----", "===", "+>", "><",
    "@include(a)",
    ":", ": ", "{a: 1}", "{a: ", '"', "'", ",", ".", " ", "  ", "\n", "\n\n", "\t", "\0", "\x85",
    "\u2028", "\ufeff", "é", "日本", "😀", "id", "weight", "null", "no", "claim",
    "relation", "uses",
]  # fmt: skip
syntax = st.lists(st.sampled_from(PIECES), max_size=4).map("".join)
"""Texts that look like Argdown, and are only texts."""


def _data(texts: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, object]]:
    keys = texts | st.sampled_from(
        ["id", "weight", "source", "quote", "claim", "relation", "argument", "section", "map",
         "uses", "with", "on", "data", "kind", "isCanonical", "model", "title"]
    )  # fmt: skip
    scalars = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | texts
    )
    return st.dictionaries(
        keys,
        st.recursive(
            scalars,
            lambda inner: st.lists(inner, max_size=2) | st.dictionaries(keys, inner, max_size=2),
            max_leaves=4,
        ),
        max_size=2,
    )


@st.composite
def full_maps(draw: st.DrawFn, texts: st.SearchStrategy[str] = anything) -> ArgumentMap:
    """Any small map, with something in every field of every record."""
    spans = st.none() | st.builds(Span, texts, numbers, numbers, numbers, numbers)
    data = _data(texts)
    tuples = st.lists(texts, max_size=2).map(tuple)
    kinds_of_marks = st.sampled_from(["bold", "italic", "link", "tag", "statement-mention"])
    places = st.integers(0, 9)
    marks = st.builds(Mark, kinds_of_marks, places, places, texts)
    anchors = st.none() | st.builds(
        Anchor, texts, st.none() | numbers, st.none() | numbers, texts, texts, texts, texts
    )
    draft = Draft(draw(texts.filter(bool)), draw(data))
    count = draw(st.integers(0, 4))
    sections = [
        draft.section(
            Section(
                draw(st.sampled_from([f"s{n}", ""])), draw(texts), draw(st.integers(1, 20)),
                draw(st.sampled_from([None, f"s{n}", "s0"])) if n else None,
                draw(tuples), draw(spans), draw(data), tuple(draw(st.lists(marks, max_size=2))),
            )
        ).id
        for n in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    homes = st.sampled_from([None, *sections])
    claims: list[str] = []
    for n in range(count):
        claim = Claim(
            draw(st.sampled_from([f"c{n}", ""])), draw(texts), draw(texts), draw(tuples),
            draw(homes), draw(spans), draw(anchors), draw(weights), draw(tuples),
            tuple(draw(st.lists(marks, max_size=2))), draw(data),
        )  # fmt: skip
        claims.append(draft.claim(claim).id)
    ends = st.sampled_from(claims or [""])
    steps: list[str] = []
    for n in range(draw(st.integers(0, 5)) if count else 0):
        on_step = bool(steps) and draw(st.booleans())
        relation = Relation(
            draw(st.sampled_from([f"x{n}", ""])), draw(st.sampled_from(KINDS)),
            tuple(draw(st.lists(ends, min_size=1, max_size=3))),
            draw(st.sampled_from(steps)) if on_step else draw(ends),
            "relation" if on_step else "claim",
            draw(texts), draw(weights), draw(texts), draw(spans), draw(data),
        )  # fmt: skip
        steps.append(draft.relation(relation).id)
    gists = draw(st.permutations(claims))
    some_steps = st.lists(st.sampled_from(steps), max_size=3, unique=True) if steps else st.just([])
    for n in range(draw(st.integers(0, 3)) if count else 0):
        gist = gists[n] if n < count and draw(st.booleans()) else None
        draft.argument(
            Argument(
                gist or draw(st.sampled_from([f"a{n}", ""])), draw(texts), draw(texts),
                tuple(draw(some_steps)), gist, draw(tuples), draw(homes), draw(spans), draw(tuples),
                tuple(draw(st.lists(ends, max_size=3))), draw(data),
                tuple(draw(st.lists(marks, max_size=2))),
            )
        )  # fmt: skip
    # What wrongly refers to something is not in the map.
    return draft.build()[0]
