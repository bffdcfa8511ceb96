import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.claim import Claim, Mark
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS
from argmap.model.section import Section
from argmap.query.selection import node_map
from argmap.query.selection.settings import EVERYTHING
from argmap.query.selection.settings import View as Selected
from argmap.render.page import View, page
from argmap.render.page.facts import facts_of
from argmap.render.page.outline import as_map, outline
from argmap.render.picture.content import Content, Standing, of_claims, of_nodes
from argmap.render.picture.overview import overview
from argmap.render.picture.scene import compose
from argmap.render.picture.text import clean
from argmap.semantics.evaluation import evaluate
from conftest import ROOT
from full_maps import full_maps
from small_maps import chain, map_of, maps, tower

html5lib = pytest.importorskip("html5lib", reason="pages are read back with html5lib")

FILES = [
    *sorted((ROOT / "corpus").glob("*.argdown")),
    *sorted((ROOT / "examples").glob("*.argdown")),
]
HOSTILE = [
    "<script>alert(1)</script>", "\"' onload='alert(1)", "]]><script>", "&lt;&#60;&amp;",
    "javascript:alert(1)", "</script></style></title>", "<!--", "--><img src=x onerror=alert(1)>",
    "\x00\x1b[31m\x07", "\u202eesrever\u2066", "\ud800", "\ufffe\uffff", "{{x}} ${x} `x`",
    "a\nb\tc", "url(http://x.y)", "__proto__", "data:text/html,<b>x",
]  # fmt: skip
Tree = ET.Element


def map_at(path: Path) -> ArgumentMap:
    return read(Source(path.read_text(encoding="utf-8"), path.name)).map


def shown(content: Content, map: ArgumentMap | None = None, view: View | None = None) -> str:
    view = view or View()
    facts = facts_of(map) if map else {}
    return "".join(page(compose(content, view.direction), facts, view))


def page_of(map: ArgumentMap, view: View | None = None) -> str:
    return shown(of_claims(map, map.title), map, view)


def parsed(text: str) -> Tree:
    """The elements of a page; fails unless it is HTML without any mistake."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Tree = parser.parse(text)
    return tree


def having(tree: Tree, attribute: str) -> list[Tree]:
    return [each for each in tree.iter() if each.get(attribute) is not None]


def of_class(tree: Tree, name: str) -> Tree:
    return next(each for each in tree.iter() if name in (each.get("class") or "").split())


def squeezed(text: str) -> str:
    return "".join(clean(text).split())


def own_words(item: Tree) -> str:
    """What an item of the outline says, without the items in it."""
    return squeezed("".join("".join(each.itertext()) for each in item if _name(each) != "ul"))


def _name(element: Tree) -> str:
    return str(element.tag).rpartition("}")[2]


def check(text: str, content: Content) -> Tree:
    """What is true of every page."""
    tree = parsed(text)
    told = {int(each.get("data-n") or ""): each for each in having(tree, "data-n")}
    assert sorted(told) == list(range(len(content.entries)))
    boxes = list(of_class(tree, "boxes"))
    assert len(boxes) == len(content.entries)
    for number, entry in enumerate(content.entries):
        words = entry.text or entry.title
        assert squeezed(words) in own_words(told[number])
        box = squeezed("".join("".join(each.itertext()) for each in boxes[number]))
        assert squeezed(words) in box
        assert squeezed(entry.title) in box
    nodes = len(content.entries) + len(content.joints)
    for link in of_class(tree, "links"):
        ends = [int(end) for end in (link.get("data-e") or "").split()]
        assert len(ends) == 2
        assert all(0 <= end < nodes for end in ends)
    assert len(list(of_class(tree, "links"))) == len(content.links)
    assert len(list(of_class(tree, "signs"))) == sum(link.signed for link in content.links)
    _check_safe(tree)
    return tree


def _check_safe(tree: Tree) -> None:
    """Only the style and the script that are ours may be used, and nothing is loaded."""
    (policy,) = (e.get("content") or "" for e in having(tree, "http-equiv"))
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for name, rule in (("style", "style-src"), ("script", "script-src")):
        (element,) = (each for each in tree.iter() if _name(each) == name)
        text = element.text or ""
        assert rules[rule] == f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        assert not re.search(r"url\(|@import|fetch\(|import\(|innerHTML|eval\(", text)
    for each in tree.iter():
        assert _name(each) not in {"link", "img", "iframe", "object", "embed", "base", "form"}
        for name, value in each.attrib.items():
            assert not str(name).startswith("on"), name
            assert str(name) not in {"style", "src", "srcset", "action", "srcdoc"}
            if _name(each) == "use":
                assert value.startswith("#") or "href" not in str(name)
            elif "href" in str(name):
                assert value.startswith(("#", "http://", "https://"))
                if not value.startswith("#"):
                    assert each.get("rel") == "noopener noreferrer"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_maps_that_we_ship_become_pages(path: Path) -> None:
    map = map_at(path)
    labels = evaluate(map).verdicts.claims
    standings = {id: Standing(label, 0.25) for id, label in labels.items()}
    content = of_claims(map, map.title, standings)
    text = shown(content, map)
    tree = check(text, content)
    assert text == shown(of_claims(map_at(path), map.title, standings), map)
    for element in having(tree, "data-n"):
        entry = content.entries[int(element.get("data-n") or "")]
        assert element.get("id") == entry.id
        assert (
            f"{ {'in': 'stands', 'out': 'falls'}.get(labels[entry.id], 'undecided') }"
            in own_words(element)
        )
        assert "0.25" in own_words(element)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_arguments_and_sections_become_pages(path: Path) -> None:
    map = map_at(path)
    for content in (of_nodes(node_map(map, Selected(EVERYTHING)), "x"), overview(map, "x")):
        check(shown(content), content)


@settings(max_examples=80)
@given(full_maps())
def test_any_map_becomes_a_page(map: ArgumentMap) -> None:
    content = of_claims(map, map.title)
    check(shown(content, map), content)


@settings(max_examples=120)
@given(maps(most=9))
def test_the_outline_is_made_of_the_same_relations(map: ArgumentMap) -> None:
    content = of_claims(map, map.title)
    check(shown(content, map), content)
    again = as_map(content)
    assert [*again.claims] == [*map.claims]

    def ends(map: ArgumentMap) -> list[tuple[object, ...]]:
        return [
            (r.kind, tuple(dict.fromkeys(r.premises)), r.target if r.target in map.claims else "")
            for r in map.relations.values()
        ]

    assert ends(again) == ends(map)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_map_says_is_only_ever_text(hostile: str) -> None:
    marks = (Mark("link", 0, 3, hostile), Mark("link", 0, 3, f"https://x.y/{hostile}"))
    claim = Claim(
        "c", title=hostile, text=f"See {hostile}", tags=(hostile,), section="s", marks=marks,
        wordings=(hostile,), data={hostile: hostile, "list": [hostile], "map": {"a": hostile}},
    )  # fmt: skip
    odd = Claim(f"id{hostile}", text="x")
    map = ArgumentMap([claim, odd], (), (), [Section("s", hostile)], name=hostile)
    content = of_claims(map, map.title)
    text = shown(content, map, View(start=odd.id))
    tree = check(text, content)
    assert sum(_name(each) == "script" for each in tree.iter()) == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_only_addresses_of_the_web_are_links() -> None:
    data = {
        "url": "https://example.org/a?b=1&c=2",
        "bad": "javascript:alert(1)",
        "part": "see https://example.org",
        "file": "file:///etc/passwd",
    }
    text = page_of(ArgumentMap([Claim("a", text="A.", data=data)]))
    hrefs = [each.get("href") for each in having(parsed(text), "href")]
    assert hrefs == ["https://example.org/a?b=1&c=2"]
    for value in data.values():
        assert value in "".join(parsed(text).itertext())


def test_a_page_of_fifty_claims_is_small() -> None:
    whole = map_at(ROOT / "corpus" / "cyber-diplomacy.argdown")
    map = whole.keep([*whole.claims][:50])
    labels = evaluate(map).verdicts.claims
    standings = {id: Standing(label, 0.5) for id, label in labels.items()}
    assert len(map.claims) == 50
    assert len(shown(of_claims(map, "x", standings), map).encode()) < 100_000


def test_ids_that_can_be_addresses_are() -> None:
    map = ArgumentMap([Claim("plain"), Claim("two words"), Claim("a\u202eb"), Claim('q"<&')])
    ids = {each.get("id") for each in having(parsed(page_of(map)), "data-n")}
    assert ids == {"plain", 'q"<&', None}


def test_no_id_of_a_claim_hides_a_drawing_or_is_hidden_by_one() -> None:
    tree = parsed(page_of(ArgumentMap([Claim("_support"), Claim("__x"), Claim("_")])))
    ids = [each.get("id") for each in having(tree, "id")]
    assert len(ids) == len(set(ids))


def test_what_is_told_before_is_a_link_there() -> None:
    tree = parsed(page_of(map_of("b support a", "c support b", "c rebuttal a")))
    (again,) = having(tree, "data-to")
    assert [each.get("href") for each in again.iter() if each.get("href")] == ["#c"]


def test_every_kind_has_words_and_a_sample() -> None:
    for kind in KINDS:
        steps = ["b support a", "c undercut r1"] if kind == "undercut" else [f"b {kind} a"]
        tree = parsed(page_of(map_of(*steps)))
        signs = [each for each in of_class(tree, "outline").iter() if _name(each) == "i"]
        rows = ["".join(each.itertext()) for each in of_class(tree, "outline").iter("p")]
        assert signs
        assert any(not row.startswith("This is") for row in rows)
        samples = [each for each in of_class(tree, "legend").iter() if _name(each) == "li"]
        assert len(samples) == len(steps)


def test_the_outline_is_no_deeper_than_browsers_are() -> None:
    for map in (chain(5_000), tower(5_000)):
        lists = told = deepest = 0
        for piece in outline(of_claims(map, "m"), {}):
            lists += piece.count("<ul>") - piece.count("</ul>")
            told += piece.count("data-n=")
            deepest = max(deepest, lists)
        assert told == len(map.claims)
        assert deepest <= 50
        assert lists == 0


def test_the_view_is_as_it_was_asked_for() -> None:
    map = map_of("b support a")
    assert parsed(page_of(map)).get("data-theme") is None
    dark = parsed(page_of(map, View("dark", "down", "b")))
    assert dark.get("data-theme") == "dark"
    pane = of_class(dark, "pane")
    assert (pane.get("data-direction"), pane.get("data-start")) == ("down", "1")
    assert of_class(parsed(page_of(map)), "pane").get("data-start") == ""


def test_sections_are_listed_with_their_sizes() -> None:
    sections = [Section("s", "Outer"), Section("t", "Inner", 2, "s"), Section("u", "Unused")]
    claims = [Claim("a", section="s"), Claim("b", section="t"), Claim("c", section="t")]
    tree = parsed(page_of(ArgumentMap(claims, (), (), sections)))
    listed = of_class(tree, "sections")
    buttons: list[Any] = [each for each in listed.iter() if each.get("data-s") is not None]
    assert ["".join(each.itertext()) for each in buttons] == ["Outer 3", "Inner 2"]
    assert "Unused" not in "".join(tree.itertext())
