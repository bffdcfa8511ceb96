"""The canonical layout: adding a file to ``cases`` with a ``.out.argdown`` beside it adds a test.

And what holds of any text that is laid out: it says the same, and stays as it is from then on.
"""

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.formats.argdown.layout import lay_out
from argmap.formats.argdown.layout.inference import inference_lines
from argmap.formats.argdown.scan import BLANKED, scan
from argmap.model.diagnostic import failures
from argmap.model.map import ArgumentMap
from conftest import ROOT, SHARED
from pace import pace

CASES = Path(__file__).parent / "cases"
NAMES = sorted(p.stem for p in CASES.glob("*.argdown") if not p.stem.endswith(".out"))
REAL = sorted(
    [
        *(ROOT / "corpus").glob("*.argdown"),
        *(ROOT / "examples").glob("*.argdown"),
        *CASES.glob("*.argdown"),
        *(CASES.parents[1] / "cases").glob("*.argdown"),
        *(SHARED / "data" / "argdown" / "source").rglob("*.argdown"),
    ]
)


def source(path: Path) -> Source:
    def include(other: str) -> str | None:
        found = path.parent / other
        return found.read_text(encoding="utf-8") if found.is_file() else None

    return Source(path.read_text(encoding="utf-8"), path.name, include)


def laid_out(text: str) -> str:
    """The canonical layout of a text without errors."""
    done = lay_out(Source(text))
    assert not done.problems
    return done.text


def said(map: ArgumentMap) -> Iterator[tuple[object, ...]]:
    """Everything that a map says, apart from where, and from the number of blanks in texts."""
    yield (dict(map.data),)
    for section in map.sections.values():
        yield tuple(section._replace(span=None))
    for claim in map.claims.values():
        wordings = [wording.split() for wording in claim.wordings]
        marked = [(m.kind, m.target, claim.text[m.start : m.end].split()) for m in claim.marks]
        bare = claim._replace(span=None, text="", wordings=(), marks=())
        yield (claim.text.split(), wordings, marked, *bare)
    for relation in map.relations.values():
        yield tuple(relation._replace(span=None))
    for argument in map.arguments.values():
        bare_argument = argument._replace(span=None, text="", wordings=())
        yield (argument.text.split(), *bare_argument)


def comments(text: str) -> list[list[str]]:
    """The words of each comment."""
    return [text[start:end].split() for start, end in scan(text).comments]


def characters(text: str) -> str:
    """All but blanks, line ends and hyphens."""
    return text.translate(str.maketrans("", "", " \t\n-"))


@pytest.mark.parametrize("name", NAMES)
def test_the_case_is_laid_out_as_beside_it(name: str) -> None:
    expected = (CASES / f"{name}.out.argdown").read_text(encoding="utf-8")
    assert laid_out((CASES / f"{name}.argdown").read_text(encoding="utf-8")) == expected


@pytest.mark.parametrize("path", REAL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_real_file_says_the_same_and_stays_as_it_is(path: Path) -> None:
    given = source(path)
    done = lay_out(given)
    if done.problems:
        # Whatever is refused has errors of its own.
        assert done.text == given.text
        assert {p.code for p in done.problems} <= {
            d.code for d in failures(read(given).diagnostics)
        }
        return
    again = given._replace(text=done.text)
    assert lay_out(again) == (done.text, [])
    assert list(said(read(again).map)) == list(said(read(given).map))
    assert comments(done.text) == comments(given.text)
    assert characters(done.text) == characters(given.text)


def test_most_official_files_are_laid_out(shared: Path) -> None:
    files = list((shared / "data" / "argdown" / "source").rglob("*.argdown"))
    refused = [path.name for path in files if lay_out(source(path)).problems]
    assert len(files) - len(refused) >= 150


@pytest.mark.parametrize("path", sorted((ROOT / "corpus").glob("*.argdown")), ids=lambda p: p.name)
def test_shipped_maps_are_in_their_canonical_layout(path: Path) -> None:
    assert lay_out(source(path)) == (path.read_text(encoding="utf-8"), [])


# ── any layout of a text has the same canonical one ───────────────────────────────────────

_WIDTHS = st.lists(st.integers(1, 5), min_size=8, max_size=8)
_TREE = (CASES / "course-notes.out.argdown").read_text(encoding="utf-8").split("\n")


@given(_WIDTHS, st.integers(0, 3), st.booleans(), st.lists(st.sampled_from(["", " ", "\t "])))
def test_any_indentation_and_blanks_at_line_ends_give_the_same(
    widths: list[int], outer: int, tabs: bool, ends: list[str]
) -> None:
    mangled = []
    for number, line in enumerate(_TREE):
        words = line.lstrip()
        depth = (len(line) - len(words)) // 2
        margin = outer + sum(widths[:depth])
        before = "\t" * margin if tabs else " " * margin
        inside_comment = words.endswith("*/")
        end = ends[number % len(ends)] if ends else ""
        mangled.append(line if inside_comment else (before + words if words else "") + end)
    # The first line of the comment that goes on stays where it is, and so does the second.
    assert laid_out("\n".join(mangled)).split("\n")[5:] == _TREE[5:]


@given(st.data())
def test_more_than_two_empty_lines_come_to_two(data: st.DataObject) -> None:
    blocks = ["[A]: x", "# H", "<B>\n  + c", "(1) p\n----\n(2) q", "* item", "// comment"]
    first, *rest = data.draw(st.lists(st.sampled_from(blocks), min_size=1))
    mangled = expected = first
    for block in rest:
        number = data.draw(st.integers(1, 5))
        blank = data.draw(st.sampled_from(["", "  ", "\t"]))
        mangled += "\n" + f"{blank}\n" * number + block
        expected += "\n" + "\n" * min(number, 2) + block
    assert laid_out(f"\n \n{mangled}\n\n\n") == f"{expected}\n"


@given(st.integers(0, 6), st.integers(2, 9), st.sampled_from(["", " ", "  ", "\t"]), st.booleans())
def test_any_way_to_write_an_inference_gives_the_same(
    margin: int, hyphens: int, gap: str, over_lines: bool
) -> None:
    blanks, line = " " * margin, "-" * hyphens
    between = "\n" if over_lines else gap or " "
    if over_lines and hyphens > 2:
        line = "--"
    text = (
        f"{blanks}(1){gap}p\n{blanks}{line}{between}R, S {{uses: [1]}}{between}--{gap}\n(2){gap}q"
    )
    assert laid_out(text) == "(1) p\n-- R, S {uses: [1]} --\n(2) q\n"


_WORDS = st.sampled_from(
    ["text", "[A]", "[B]:", "<C>:", "-5", "+", "- ", "(1)", "--", "----", "* ", "# ", "{a: 1}",
     "{\n a: 1\n}", "{ ", "}", "// c", "/* c\n  d */", "<!-- e\n\n f -->", "\\", "===", "#tag",
     "@include(x)", "//", "\t", "  ", "\n", "\n", "\n\n", "\xa0", "\n    ", "\n  + ", "\n(2) "]
)  # fmt: skip


@settings(max_examples=1000)
@given(st.lists(_WORDS, max_size=14).map("".join))
def test_any_text_without_errors_is_laid_out_for_good(text: str) -> None:
    done = lay_out(Source(text))
    if done.problems:
        assert done.text == text
        assert "AD34" not in {problem.code for problem in done.problems}
    else:
        assert lay_out(Source(done.text)) == (done.text, [])
        assert comments(done.text) == comments(text)
        assert not done.text or (done.text[0], done.text[-2:]) != ("\n", "\n\n")


# ── what is refused, and what it costs ────────────────────────────────────────────────────


def test_errors_of_an_included_file_are_its_own() -> None:
    text = "[A]:x\n\n@include(bad.argdown)\n\n@include(gone.argdown)\n"
    texts = {"bad.argdown": "+ to nothing"}
    done = lay_out(Source(text, "whole.argdown", texts.get))
    assert done == (text.replace(":x", ": x"), [])


def test_what_goes_on_in_an_included_file_is_not_torn_from_it() -> None:
    text = "[A]: x\n     + [B]: y\n@include(part.argdown)\n"
    part = "     + [C]: beside B\n"
    done = lay_out(Source(text, "whole.argdown", lambda _: part))
    # Two blanks before [B] would put [C] under it, and the file of [C] is not ours to change.
    assert [problem.code for problem in done.problems] == ["AD34"]
    assert done.text == text
    below = lay_out(Source(text, "whole.argdown", lambda _: f"  {part}"))
    assert below == ("[A]: x\n  + [B]: y\n@include(part.argdown)\n", [])


def test_a_comment_does_not_come_between_an_inference_and_its_hyphens() -> None:
    comment = BLANKED * 4
    assert inference_lines([f"-- R {comment}", "--"], ["-- R // c", "--"]) == ["--", "R // c", "--"]
    assert inference_lines([f"----- {comment}"], ["----- // c"]) == ["---- // c"]


def mixed(number: int) -> str:
    tree = f"[C{number}]:text\n    + reason {{w: {number}}}\n      /* c\n       d */\n"
    return f"{tree}        - no\n\n\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "".join(map(mixed, range(3_000))),
        "(1) a\n-----\n(2) b\n\n\n\n" * 4_000,
        "[A]: x\n" + "\t+ y\n" * 24_000,
        "\n".join(f"{' ' * n}+ x" if n else "x" for n in range(1_500)),
        "[A]: x {\n" + "".join(f"  k{n}: 1\n" for n in range(8_000)) + "}\n",
        "/*\n" + "  word\n" * 24_000 + "*/\n[A]:x\n",
        "word  \n" * 24_000,
    ],
    ids=["mixed", "inferences", "flat", "deep", "metadata", "comment", "text"],
)
def test_the_cost_is_linear(text: str) -> None:
    begun = process_time()
    assert not lay_out(Source(text)).problems
    assert process_time() - begun < 5 * pace()
