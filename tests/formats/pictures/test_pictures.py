"""Pictures in the languages of Graphviz, Mermaid and D2, and the outline in Markdown."""

import re
import shutil
import subprocess
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.formats import Source, all_formats, detect, named, reader_of
from argmap.formats._shown_text import one_line, wrapped
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation
from conftest import ROOT
from full_maps import anything, full_maps, syntax

LANGUAGES = ["dot", "mermaid", "d2"]
SIGNS = [
    "end", "subgraph", "style", "click", "`md`", '"', "#quot;", "%%{init}%%", "%% c", "-->", "|",
    "fa:fa-car", "$$x$$", "${v}", "\\n", "\\", "</b>", "&lt;", "1. ", "- ", "label", "_", "|md x|",
    "'", "<script>", "\u202e", "\x1b[0m", "😀", "日本語", "\n", "{", "}", "[x]", "(", ")", ";", ":",
    "\\N", "> q", "# h", "![i](u)", "***", "~~s~~", "a_b_", "\ud800", "\uffff", "---", "===",
]  # fmt: skip
hostile = st.lists(st.sampled_from(SIGNS), max_size=4).map("".join)
any_map = full_maps(hostile | syntax | anything)
GRAMMAR = {
    "mermaid": re.compile(
        r"""(?:---\ntitle:\ "(?:[^"\\\n]|\\["\\])*"\n---\n)?flowchart\ RL\n
        (?:\ +(?:
            subgraph\ s-[\w-]+\["[^"\[\]`\\\n]+"\] | end
            | c-[\w-]+\["[^"\[\]`\\\n]+"\] | r-[\w-]+\(\("\#(?:38|8226);"\)\)
            | [cr]-[\w-]+\ (?:---|===|-\.-|<?-->|<?==>|<?-\.->|x?==x|x?-\.-x)
              (?:\|"[^"|`\\\n]+"\|)?\ [cr]-[\w-]+
            | linkStyle\ \d+(?:,\d+)*\ stroke:\#[0-9a-f]{6},color:\#[0-9a-f]{6}
        )\n)*""",
        re.VERBOSE | re.ASCII,
    ),
    "d2": re.compile(
        r"""direction:\ left\nclasses:\ \{\n
        (?:\ \ [\w-]+:\ \{[^"\n]*(?:"\#[0-9a-f]{6}"[^"\n]*)*\}\n)+\}\n
        (?:title:\ "(?:[^"\\$\n]|\\["\\$n])*"\ \{\ shape:\ text;\ near:\ top-center\ \}\n)?
        (?:\ *(?:
            "s-[a-z0-9_-]+":\ "(?:[^"\\$\n]|\\["\\$n])*"\ \{\n\ *class:\ section | \}
            | "[cr]-[a-z0-9_-]+":\ "(?:[^"\\$\n]|\\["\\$n])*"\ \{\ class:\ [\w-]+\ \}
            | (?:"[crs]-[a-z0-9_-]+"\.?)+\ (?:--|->|<-|<->)\ (?:"[crs]-[a-z0-9_-]+"\.?)+:
              \ (?:"(?:[^"\\$\n]|\\["\\$n])*"\ )?\{\ class:\ \w+
              (?:;\ (?:source|target)-arrowhead:\ \{\ shape:\ \w+\ \})*\ \}
        )\n)*""",
        re.VERBOSE | re.ASCII,
    ),
    "dot": re.compile(
        r"""digraph\ \{\n\ \ graph\ [^<>]+?\n(?:\ \ label=<[^\n]*>\n\ \ labelloc=t\n)?
        (?:\ +(?:
            subgraph\ "cluster_s-[\w-]+"\ \{\n\ *label=<[^\n]+>;\ labeljust=r;[^<>\n]* | \}
            | "[cr]-[\w-]+"\ \[(?:label=<[^\n]+>|[^<>\n]*)\]
            | "[cr]-[\w-]+"\ ->\ "[cr]-[\w-]+"\ \[[^<>\n]*(?:label=<[^\n]+>[^<>\n]*)?\]
        )\n)*\}\n""",
        re.VERBOSE | re.ASCII,
    ),
}
"""What each writer may emit, and nothing else."""

OTHERS = {chr(code) for code in (0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x8E2)}
"""Signs of some scripts that count as controls and have a look."""


def read(path: Path) -> ArgumentMap:
    text = path.read_text(encoding="utf-8", errors="replace")
    return reader_of(detect(text, path.name))(Source(text, path.name)).map


def write(name: str, map: ArgumentMap) -> str:
    writer = named(name).write
    assert writer is not None
    return writer(map).text


def kinds_map(kind: Kind) -> ArgumentMap:
    """One step, linked premises, and an undercut of them; all of that kind but the undercut."""
    claims = [Claim(name, name.upper(), f"Text {name}.") for name in "abcd"]
    relations = [
        Relation("r1", kind, ("b",), "a"),
        Relation("r2", kind, ("b", "c"), "a", scheme="Sign", weight=0.5, label="why"),
        Relation("r3", "undercut", ("d",), "r2", "relation"),
    ]
    return ArgumentMap(claims, relations)


MAPS = [ROOT / "corpus/cyber-diplomacy.argdown", ROOT / "examples/car-free-centre.argdown"]


@pytest.mark.parametrize("name", LANGUAGES)
@given(any_map)
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_any_map_is_written_in_the_grammar(name: str, map: ArgumentMap) -> None:
    text = write(name, map)
    assert GRAMMAR[name].fullmatch(text), text
    assert text.encode("utf-8")
    controls = {letter for letter in text if category(letter) in {"Cc", "Cs", "Cf"}}
    assert controls <= {"\n", "\u200d"} | OTHERS


@pytest.fixture(scope="module")
def dot() -> str:
    found = shutil.which("dot")
    if found is None:
        pytest.skip("needs Graphviz, whose program `dot` is not on this machine")
    return found


def drawn(dot: str, texts: list[str]) -> list[str]:
    """What Graphviz lays out, a graph each, without a word of complaint."""
    done = subprocess.run(
        [dot, "-Tplain"], input="".join(texts), capture_output=True, encoding="utf-8", check=False
    )
    complaints = [line for line in done.stderr.splitlines() if "Fontconfig" not in line]
    assert (done.returncode, complaints) == (0, [])
    return done.stdout.split("stop\n")[:-1]


def count(plain: str, what: str) -> int:
    return sum(line.startswith(f"{what} ") for line in plain.splitlines())


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_graphviz_draws_every_claim_and_every_end(dot: str, path: Path) -> None:
    map = read(path)
    (plain,) = drawn(dot, [write("dot", map)])
    joined = [r for r in map.relations.values() if len(r.premises) > 1 or map.bearing_on(r.id)]
    assert count(plain, "node") == len(map.claims) + len(joined)
    ends = sum(len(r.premises) for r in joined) + len(map.relations)
    assert count(plain, "edge") == ends


def test_graphviz_draws_any_map(dot: str) -> None:
    maps: list[ArgumentMap] = []

    @given(any_map)
    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    def gather(map: ArgumentMap) -> None:
        maps.append(map)

    gather()
    plain = drawn(dot, [write("dot", map) for map in maps])
    assert len(plain) == len(maps)
    for map, each in zip(maps, plain, strict=True):
        assert count(each, "node") >= len(map.claims)


def test_graphviz_draws_real_maps(dot: str, shared: Path) -> None:
    folders = ["argdown/source", "aif/microtexts", "carneades", "sadface", "xaif"]
    paths = [p for f in folders for p in sorted((shared / "data" / f).rglob("*"))[:8]]
    maps = [read(path) for path in paths if path.is_file()]
    small = [map for map in maps if len(map.claims) < 60]
    assert len(small) > 20
    plain = drawn(dot, [write("dot", map) for map in small])
    for map, each in zip(small, plain, strict=True):
        assert count(each, "node") >= len(map.claims)


@pytest.mark.parametrize("name", LANGUAGES)
def test_kinds_differ_without_their_colours(name: str) -> None:
    looks = set()
    kinds: list[Kind] = ["support", "rebuttal", "contrary", "contradiction", "entailment"]
    for kind in kinds:
        text = write(name, kinds_map(kind))
        plain = re.sub(r"#[0-9a-f]{6}", "", text)
        assert text.count("Text ") == len("abcd")
        assert "undercuts" in text
        assert "Sign" in text
        assert "weight 0.5" in text
        looks.add(plain)
    assert len(looks) == len(kinds)


def test_an_undercut_points_at_the_joint_of_the_step() -> None:
    map = kinds_map("support")
    assert '"c-d" -> "r-r2"' in write("dot", map)
    assert "c-d -.-x" in write("mermaid", map)
    assert "| r-r2\n" in write("mermaid", map)
    assert '"c-d" -> "r-r2": "undercuts"' in write("d2", map)


def test_a_symmetric_relation_is_one_line_with_two_heads() -> None:
    map = ArgumentMap([Claim("a"), Claim("b")], [Relation("r1", "contrary", ("a",), "b")])
    assert write("dot", map).count("->") == 1
    assert "dir=both" in write("dot", map)
    assert "c-a <-.->|" in write("mermaid", map)
    assert '"c-a" <-> "c-b"' in write("d2", map)


def test_ids_that_d2_takes_for_one_are_told_apart() -> None:
    map = ArgumentMap([Claim("A"), Claim("a"), Claim("1")])
    assert re.findall(r'^"(c-.+?)"', write("d2", map), re.MULTILINE) == ["c-2", "c-a", "c-1"]


def test_long_words_are_broken_and_wide_letters_count_twice() -> None:
    assert list(wrapped("aa bbb cccccccc", 6)) == ["aa bbb", "cccccc", "cc"]
    assert list(wrapped("日本語日本語", 6)) == ["日本語", "日本語"]
    assert list(wrapped("a\n\nb", 6)) == ["a", "", "b"]


def shown(text: str) -> list[str]:
    """The lines of running text that a Markdown reader shows, without any HTML."""
    found = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        assert token.type not in {"code_block", "fence", "hr", "html_block", "ordered_list_open"}
        inner = token.children or []
        assert not [each for each in inner if each.type in {"image", "s_open", "code_inline"}]
        html = [each.content for each in inner if each.type == "html_inline"]
        assert all(re.fullmatch(r'<a id="c-[\w-]+">|</a>', each) for each in html)
        if token.type == "inline":
            found.append("".join(e.content for e in inner if e.type != "html_inline"))
    return found


@given(any_map)
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_every_claim_is_told_once_and_as_it_is(map: ArgumentMap) -> None:
    lines = shown(write("markdown", map))
    for section in map.sections.values():
        assert one_line(section.title) in lines or not one_line(section.title)
    whole = "\n".join(lines)
    for claim in map.claims.values():
        assert one_line(claim.text) in whole
        assert one_line(claim.title) in whole
        if claim.source:
            assert one_line(claim.source.quote) in whole


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_outline_tells_every_claim_in_full_once(path: Path) -> None:
    map = read(path)
    text = write("markdown", map)
    whole = "\n".join(shown(text))
    for claim in map.claims.values():
        assert whole.count(f"{claim.title}: {claim.text}") == 1
    targets = re.findall(r"\(#(c-[\w-]+)\)", text)
    assert set(targets) <= set(re.findall(r'<a id="(c-[\w-]+)">', text))


def test_a_circle_is_marked_where_it_closes() -> None:
    map = ArgumentMap(
        [Claim("a"), Claim("b")],
        [Relation("r1", "support", ("a",), "b"), Relation("r2", "support", ("b",), "a")],
    )
    assert write("markdown", map).splitlines() == [
        '- <a id="c-a"></a>a',
        "  - **+ supported by**: b",
        "    - **+ supported by**: → [a](#c-a) (↻ in a circle)",
        "",
    ]


def test_what_lies_too_deep_is_told_further_down() -> None:
    size = 40
    claims = [Claim(f"c{n}") for n in range(size)]
    steps = [Relation(f"r{n}", "support", (f"c{n + 1}",), f"c{n}") for n in range(size - 1)]
    text = write("markdown", ArgumentMap(claims, steps))
    assert max(len(line) - len(line.lstrip()) for line in text.splitlines()) < 2 * 8
    assert text.count("+ supported by") == size - 1
    assert text.count("continued:") == (size - 2) // 6


@pytest.mark.parametrize("name", [*LANGUAGES, "markdown"])
def test_a_chain_of_any_length_is_written(name: str) -> None:
    size = 20_000
    claims = [Claim(f"c{n}") for n in range(size)]
    steps = [Relation("r0", "support", ("c1",), "c0")]
    steps += [
        Relation(f"r{n}", "undercut", (f"c{n + 1}",), f"r{n - 1}", "relation")
        for n in range(1, size - 1)
    ]
    text = write(name, ArgumentMap(claims, steps))
    assert f"c{size - 1}" in text
    assert len(text) < 1000 * size


def test_nothing_is_taken_for_a_format_that_cannot_be_read() -> None:
    for name in (*LANGUAGES, "markdown"):
        assert named(name) in all_formats()
        assert detect("flowchart RL\n", f"a{named(name).suffixes[0]}").read is not None
