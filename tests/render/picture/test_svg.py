import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS
from argmap.model.section import Section
from argmap.render.layout import Direction
from argmap.render.picture.content import Standing, of_claims
from argmap.render.picture.scene import MEANINGS, compose
from argmap.render.picture.svg import svg
from argmap.render.picture.text import clean
from argmap.render.picture.theme import DARK, LIGHT, THEMES, Theme
from conftest import ROOT
from full_maps import full_maps
from scenes import crowded, parsed, run_over, spilt
from small_maps import map_of

SVG = "{http://www.w3.org/2000/svg}"
FILES = [
    *sorted((ROOT / "corpus").glob("*.argdown")),
    *sorted((ROOT / "examples").glob("*.argdown")),
]
HOSTILE = [
    "<script>alert(1)</script>", "\"' onload='alert(1)", "]]><script>", "&lt;&#60;&amp;",
    "javascript:alert(1)", "</text></svg>", "<!--", "<![CDATA[", "\x00\x1b[31m\x07",
    "\u202eesrever\u2066", "\ud800", "\ufffe\uffff", "{{x}}", "a\nb\tc", "url(http://x.y)",
]  # fmt: skip


def drawn(map: ArgumentMap, direction: Direction = "right", theme: Theme = LIGHT) -> str:
    return "".join(svg(compose(of_claims(map, map.title), direction), theme))


def said(text: str) -> str:
    """The words of a picture, line by line."""
    return " ".join("".join(each.itertext()) for each in parsed(text).iter(f"{SVG}text"))


def squeezed(text: str) -> str:
    return "".join(clean(text).split())


@pytest.mark.parametrize("direction", ["right", "down"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_maps_that_we_ship_are_drawn_whole(path: Path, direction: Direction) -> None:
    map = read(Source(path.read_text(encoding="utf-8"), path.name)).map
    scene = compose(of_claims(map, map.title), direction)
    assert not crowded([*(box.place for box in scene.boxes), *(place for _, place in scene.joints)])
    assert not run_over(scene)
    assert not spilt(scene)
    text = "".join(svg(scene, LIGHT))
    assert text == drawn(map, direction)
    words = squeezed(said(text))
    for claim in map.claims.values():
        assert squeezed(claim.title) in words
        assert squeezed(claim.text) in words


@settings(max_examples=80)
@given(full_maps())
def test_any_map_is_well_formed_and_says_all_its_claims(map: ArgumentMap) -> None:
    text = drawn(map)
    words = squeezed(said(text))
    for claim in map.claims.values():
        assert squeezed(claim.title) in words
        assert squeezed(claim.text) in words
    tree = parsed(text)
    boxes = [each for each in tree.iter() if each.get("data-claim") is not None]
    assert len(boxes) == len(map.claims)


def _attributes(tree: ET.Element) -> Iterator[tuple[str, str]]:
    for each in tree.iter():
        yield from each.attrib.items()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_map_says_is_only_ever_text(hostile: str) -> None:
    claim = Claim("c", title=hostile, text=f"See {hostile}", tags=(hostile,), section="s")
    odd = Claim(f"id {hostile}", text="x")
    map = ArgumentMap([claim, odd], (), (), [Section("s", hostile)], name=hostile)
    text = drawn(map)
    tree = parsed(text)
    names = {each.tag.removeprefix(SVG) for each in tree.iter()}
    assert names <= {"svg", "title", "desc", "style", "rect", "text", "g", "path", "circle"}
    assert not [name for name, _ in _attributes(tree) if name.startswith("on") or "href" in name]
    (style,) = tree.iter(f"{SVG}style")
    assert "url" not in str(style.text)
    assert "@import" not in str(style.text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_lines_keep_their_width_in_any_font() -> None:
    tree = parsed(drawn(map_of("b support a")))
    for line in tree.iter(f"{SVG}text"):
        assert float(line.attrib["textLength"]) > 0
        assert line.get("lengthAdjust") == "spacingAndGlyphs"


def test_scripts_from_right_to_left_are_set_about_their_middle() -> None:
    map = ArgumentMap([Claim("c", text="שלום עולם"), Claim("d", text="hello world")])
    lines = {"".join(each.itertext()): each for each in parsed(drawn(map)).iter(f"{SVG}text")}
    assert lines["שלום עולם"].get("direction") == "rtl"
    assert lines["שלום עולם"].get("text-anchor") == "middle"
    assert lines["hello world"].get("direction") is None


def test_each_kind_differs_in_more_than_colour() -> None:
    looks = set()
    for kind in KINDS:
        lines = ["b support a", "c undercut r1"] if kind == "undercut" else [f"b {kind} a"]
        signs = (
            group[1].attrib["d"]
            for group in parsed(drawn(map_of(*lines))).iter(f"{SVG}g")
            if group.get("class") == f"sign {kind}"
        )
        looks.add(next(signs))
    assert len(looks) == len(KINDS)


def test_the_legend_has_what_occurs_and_nothing_else() -> None:
    words = said(drawn(map_of("b support a", "c rebuttal a")))
    assert MEANINGS["support"] in words
    assert MEANINGS["rebuttal"] in words
    assert MEANINGS["undercut"] not in words
    assert MEANINGS["joint"] not in words
    assert MEANINGS["joint"] in said(drawn(map_of("b c support a")))


def test_it_can_be_read_aloud() -> None:
    tree = parsed(drawn(map_of("b support a")))
    assert tree.get("role") == "graphics-document document"
    named = str(tree.get("aria-labelledby")).split()
    assert [each.get("id") for each in tree][:2] == named
    assert "This is a." in str(tree[1].text)
    labels = {each.get("data-claim"): each.get("aria-label") for each in tree.iter()}
    assert labels["b"] == "B: This is b."


def test_a_standing_is_a_sign_a_word_and_a_bar() -> None:
    map = map_of("b support a")
    standings = {"a": Standing("in", 0.75), "b": Standing("out")}
    scene = compose(of_claims(map, "m", standings))
    assert not spilt(scene)
    words = said("".join(svg(scene, LIGHT)))
    assert "stands 0.75" in words
    assert "falls" in words
    bars = {box.entry.id: box.bar for box in scene.boxes}
    assert bars["b"] is None
    assert bars["a"] is not None


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_everything_stands_out_from_its_ground(theme: Theme) -> None:
    for colour in (theme.text, theme.muted, *theme.kinds.values(), *theme.verdicts.values()):
        assert _contrast(colour, theme.background) >= 4.5
    for paint in (theme.frame, *theme.roles.values()):
        assert _contrast(paint.text, paint.fill) >= 4.5
    for colour in theme.kinds.values():
        assert _contrast(colour, theme.frame.fill) >= 4.5


def test_the_dark_theme_is_dark() -> None:
    map = map_of("b support a")
    assert DARK.background in drawn(map, theme=DARK)
    assert LIGHT.background not in drawn(map, theme=DARK).replace("#ffffff;stroke", "")


def test_png_shows_the_words() -> None:
    for needed in ("resvg_py", "font_roboto"):
        pytest.importorskip(needed, reason="needs argmap[png]")
    from argmap.render.picture.png import png

    text = drawn(map_of("b support a"))
    without = re.sub("<text.*?</text>", "", text)
    one, bare, double = png(text), png(without), png(text, 2.0)
    assert one.startswith(b"\x89PNG")
    assert len(one) > 1.5 * len(bare)
    assert int.from_bytes(double[16:20]) == pytest.approx(2 * int.from_bytes(one[16:20]), abs=1)
    assert one == png(text)


def test_pdf_is_a_page_with_its_font() -> None:
    for needed in ("typst", "font_roboto"):
        pytest.importorskip(needed, reason="needs argmap[pdf]")
    from argmap.render.picture.pdf import pdf

    page = pdf(drawn(map_of("b support a")))
    assert page.startswith(b"%PDF")
    assert b"Roboto" in page
