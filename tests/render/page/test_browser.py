"""The page in a real browser: what its script does, and that it does nothing else."""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.graph.trace import conclusions, reasons
from argmap.model.claim import Claim, Mark
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, Relation
from argmap.model.section import Section
from argmap.render.page import View, digest, page
from argmap.render.page.facts import facts_of
from argmap.render.picture.content import Standing, of_claims
from argmap.render.picture.scene import compose
from argmap.semantics.evaluation import evaluate
from conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright (argmap[dev])")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium, which is not installed")

AXE = os.environ.get("AXE_CORE", "")
"""The file of axe-core, if it is there; `.ci/run` fetches it."""
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def op_ed() -> ArgumentMap:
    path = ROOT / "corpus" / "cyber-diplomacy.argdown"
    return read(Source(path.read_text(encoding="utf-8"), path.name)).map


class Opener:
    """Opens maps as pages, and sees that none complains, and that none asks for anything else."""

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self._browser = browser
        self._file = folder / "map.html"

    @contextmanager
    def __call__(
        self,
        map: ArgumentMap,
        *,
        hash: str = "",
        view: View | None = None,
        verdicts: bool = False,
        strength: float | None = None,
        family: str = "",
        **context: Any,  # noqa: ANN401  # whatever Playwright knows
    ) -> Iterator["Page"]:
        labels = evaluate(map).verdicts.claims if verdicts else {}
        standings = {id: Standing(label, strength) for id, label in labels.items()}
        content = of_claims(map, map.title, standings)
        view = view or View()
        text = "".join(page(compose(content, view.direction), facts_of(map), view))
        if family:  # where the page is read, no font is there but this one
            text = self._with_style(text, family)
        self._file.write_text(text, encoding="utf-8")
        address = self._file.as_uri()
        opened = self._browser.new_context(
            **{"viewport": {"width": 1200, "height": 800}, "reduced_motion": "reduce"} | context
        )
        opened.set_default_timeout(15_000)
        complaints: list[str] = []
        requests: list[str] = []
        shown = opened.new_page()
        shown.on("console", lambda message: complaints.append(message.text))
        shown.on("pageerror", lambda error: complaints.append(str(error)))
        shown.on("dialog", lambda dialog: complaints.append(dialog.message))
        shown.on("request", lambda request: requests.append(request.url.partition("#")[0]))
        shown.goto(address + hash)
        yield shown
        opened.close()
        assert complaints == []
        assert set(requests) == {address}

    def _with_style(self, text: str, family: str) -> str:
        """The page as it is with another font; its policy has to know of the change."""
        start, end = text.index("<style>") + 7, text.index("</style>")
        style = text[start:end]
        other = style.replace("Roboto,", f"'{family}', Roboto,")
        assert other != style
        return text.replace(style, other).replace(digest(style), digest(other))


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Opener:
    return Opener(browser, tmp_path)


def lit(page: "Page", map: ArgumentMap) -> set[str]:
    """The claims that are part of the trace that is shown."""
    numbers = page.evaluate(
        "[...document.querySelectorAll('.boxes>g')]"
        ".flatMap((box, n) => box.classList.contains('lit') ? [n] : [])"
    )
    ids = [*map.claims]
    return {ids[number] for number in numbers}


def traced(map: ArgumentMap, claim: str) -> set[str]:
    """The claims that bear on one, those it bears on, and those that it does so together with."""
    found = {step.claim for step in reasons(map, [claim])}
    for step in conclusions(map, claim):
        found.add(step.claim)
    return found


def centre(page: "Page", number: int) -> tuple[float, float]:
    box = page.locator(".boxes > g").nth(number).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def at(page: "Page") -> str:
    return str(page.evaluate("document.querySelector('.pane > svg').style.transform"))


def focused(page: "Page") -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def place_of(map: ArgumentMap, claim: str) -> int:
    return [*map.claims].index(claim)


def test_a_large_map_opens_at_its_main_thesis(opened: Opener, op_ed: ArgumentMap) -> None:
    with opened(op_ed) as page:
        x, y = centre(page, place_of(op_ed, "worth-having"))
        pane = page.locator(".pane").bounding_box()
        assert pane
        assert pane["x"] < x < pane["x"] + pane["width"]
        assert pane["y"] < y < pane["y"] + pane["height"]
        assert page.locator(".card").is_hidden()


def test_maps_of_nothing_and_of_lone_claims_open_too(opened: Opener) -> None:
    with opened(ArgumentMap([])) as page:
        page.keyboard.press("0")
        page.locator("input").fill("x")
        assert page.locator(".found").inner_text() == "no claim"
    with opened(ArgumentMap([Claim("a"), Claim("b", text="B.")])) as page:
        page.locator(".boxes > g").first.click()
        assert "Nothing bears on it." in page.locator(".card").inner_text()


@pytest.mark.parametrize("family", ["", "DejaVu Sans"])
def test_words_stay_in_their_boxes_and_legible(
    opened: Opener, op_ed: ArgumentMap, family: str
) -> None:
    measured = """[...document.querySelectorAll('.boxes>g')].flatMap((box) =>
      [...box.querySelectorAll('text')].map((line) => {
        const bar = line.nextElementSibling?.matches('.full');
        const end = bar ? line.nextElementSibling.nextElementSibling.x
          : box.querySelector('rect').width;
        const shown = line.getBBox();
        const length = shown.x + shown.width;
        line.removeAttribute('textLength');
        return [end.baseVal.value - length, shown.width / line.getComputedTextLength()];
      }))"""
    with opened(op_ed, verdicts=True, strength=0.5, family=family) as page:
        found = page.evaluate(measured)
        assert len(found) > 3 * len(op_ed.claims)
        assert min(room for room, _ in found) >= 2
        assert min(share for _, share in found) >= (0.75 if family else 0.9)


def test_search_shows_what_fits_as_one_types(opened: Opener, op_ed: ArgumentMap) -> None:
    hits = {
        claim.id
        for claim in op_ed.claims.values()
        if "espionage" in f"{claim.title} {claim.text}".lower()
    }
    with opened(op_ed) as page:
        page.keyboard.press("/")
        page.keyboard.type("ESPION")
        shown = page.locator(".outline li.hit")
        assert {each.get_attribute("id") for each in shown.all()} == hits
        assert all(each.is_visible() for each in shown.all())
        assert page.locator(".found").inner_text() == f"{len(hits)} hits"
        page.keyboard.press("Enter")
        assert page.locator(".found").inner_text() == f"1 of {len(hits)} hits"
        assert page.evaluate("decodeURIComponent(location.hash.slice(1))") in hits
        page.keyboard.type(" zzz")
        assert page.locator(".found").inner_text() == "no claim"
        page.keyboard.press("Escape")
        assert page.locator(".outline li.hit").count() == 0
        assert page.locator(".card").is_visible()
        page.keyboard.press("Escape")
        assert page.locator(".card").is_hidden()


def test_a_click_traces_a_claim(opened: Opener, op_ed: ArgumentMap) -> None:
    with opened(op_ed, verdicts=True, hash="#here-to-stay") as page:
        page.locator("[data-do=fit]").click()
        page.mouse.click(*centre(page, place_of(op_ed, "challenges-stand-in-the-way")))
        card = page.locator(".card")
        assert "The challenges could drive nations away" in card.locator("h2").inner_text()
        assert "stands" in card.inner_text()
        assert "here-to-stay" in lit(page, op_ed)
        assert lit(page, op_ed) >= traced(op_ed, "challenges-stand-in-the-way")
        assert page.evaluate("location.hash") == "#challenges-stand-in-the-way"
        card.get_by_role("button", name="here to stay").click()
        assert page.evaluate("location.hash") == "#here-to-stay"
        assert "Reasons" in card.inner_text()
        assert "Objections" in card.inner_text()
        page.go_back()
        page.wait_for_function("document.querySelector('.card h2').textContent.includes('drive')")
        page.locator("[data-do=clear]").click()
        assert lit(page, op_ed) == set()
        assert page.evaluate("location.hash") == ""


def test_the_outline_is_a_tree_for_the_keyboard(opened: Opener) -> None:
    source = "[A]: One.\n  + [B]: Two.\n    - [C]: Three.\n  - [D]: Four.\n\n[E]: Five.\n"
    map = read(Source(source, "m.argdown")).map
    with opened(map) as page:
        assert page.get_by_role("tree", name="Outline").count() == 1
        levels = page.evaluate(
            "[...document.querySelectorAll('[role=treeitem]')].map((item) => +item.ariaLevel)"
        )
        assert levels == [1, 2, 3, 2, 1]
        page.get_by_role("treeitem").first.focus()
        said = []
        for key in ("ArrowDown", "ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowDown", "Home", "End"):
            page.keyboard.press(key)
            said.append(focused(page))
        assert said == [
            "for Two.", "against Three.", "for Two.", "for Two.", "against Four.", "One.", "Five.",
        ]  # fmt: skip
        page.keyboard.press("Home")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.ariaExpanded") == "false"
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert focused(page) == "against Three."
        assert lit(page, map) == {"a", "b", "c"}
        assert "Three." in page.locator("[role=status]").inner_text()


def test_on_the_map_arrows_go_from_claim_to_claim(opened: Opener) -> None:
    map = read(Source("[A]: One.\n  + [B]: Two.\n    - [C]: Three.\n", "m.argdown")).map
    with opened(map, hash="#a") as page:
        page.locator(".pane").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert page.evaluate("location.hash") == "#c"
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("location.hash") == "#b"
        before = at(page)
        page.keyboard.press("Shift+ArrowLeft")
        moved = at(page)
        page.keyboard.press("+")
        assert len({before, moved, at(page)}) == 3


def test_the_map_is_moved_and_zoomed(opened: Opener, op_ed: ArgumentMap) -> None:
    with opened(op_ed) as page:
        places = [at(page)]
        page.mouse.move(400, 400)
        page.mouse.down()
        page.mouse.move(300, 300, steps=3)
        page.mouse.up()
        places.append(at(page))
        page.mouse.wheel(0, -200)
        page.wait_for_function(
            "before => document.querySelector('.pane > svg').style.transform !== before",
            arg=places[-1],
        )
        places.append(at(page))
        for name in ("Zoom in", "Zoom out", "Fit", "Start"):
            page.get_by_role("button", name=name).click()
            places.append(at(page))
        assert len(set(places)) == len(places) - 2  # zoomed in and out again; back at the start
        assert lit(page, op_ed) == set()


def test_sections_close_and_open(opened: Opener, op_ed: ArgumentMap) -> None:
    with opened(op_ed, view=View(direction="down")) as page:
        width = "Number(document.querySelector('.pane > svg').getAttribute('width'))"
        wide = page.evaluate(width)
        page.locator(".sections > summary").click()
        button = page.get_by_role("button", name="Advantages")
        inside = [
            n for n, claim in enumerate(op_ed.claims.values()) if claim.section == "advantages"
        ]
        button.click()
        assert button.get_attribute("aria-expanded") == "false"
        boxes = page.locator(".boxes > g")
        assert not any(boxes.nth(number).is_visible() for number in inside)
        assert boxes.nth(place_of(op_ed, "worth-having")).is_visible()
        assert page.get_by_text("14 claims").locator("visible=true").count() == 1
        page.get_by_role("button", name="Close all").click()
        assert page.evaluate(width) < wide / 3
        assert not any(box.is_visible() for box in boxes.all())
        # What is traced is brought out.
        page.evaluate("location.hash = 'bridges-and-collaboration'")
        page.wait_for_selector(".at")
        assert all(boxes.nth(number).is_visible() for number in inside)
        page.get_by_role("button", name="Open all").click()
        assert page.evaluate(width) == wide
        assert all(box.is_visible() for box in boxes.all())


def test_an_address_leads_to_a_claim(opened: Opener) -> None:
    claims = [Claim("a b", text="Blank."), Claim("é/ü", text="Letters."), Claim("_support")]
    with opened(ArgumentMap(claims), hash="#%C3%A9%2F%C3%BC") as page:
        assert page.locator(".card h2").inner_text() == "Letters."
        page.evaluate("location.hash = '_support'")
        page.wait_for_function("document.querySelector('.card h2').textContent === '_support'")
    with opened(ArgumentMap(claims), hash="#nothing-like-it%") as page:
        assert page.locator(".card").is_hidden()
    with opened(ArgumentMap(claims), view=View(start="a b")) as page:
        assert page.locator(".card h2").inner_text() == "Blank."


def test_the_colours_are_those_of_the_system_until_others_are_asked_for(opened: Opener) -> None:
    map = ArgumentMap([Claim("a", text="A.")])
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light, dark = "rgb(255, 255, 255)", "rgb(15, 23, 42)"
    with opened(map, color_scheme="dark") as page:
        assert page.evaluate(ground) == dark
        page.get_by_role("button", name="Dark colours", pressed=True).click()
        assert page.evaluate(ground) == light
    with opened(map, color_scheme="light", view=View("dark")) as page:
        assert page.evaluate(ground) == dark
        page.emulate_media(media="print")
        assert page.evaluate(ground) == light


HOSTILE = [
    "<script>window.caught=1</script>", "<img src=x onerror='window.caught=1'>",
    '"><svg onload=window.caught=1>', "'-alert(1)-'", "</script><script>window.caught=1</script>",
    "javascript:window.caught=1", "__proto__", "${alert(1)}", "<iframe src=http://x.invalid>",
]  # fmt: skip


def test_nothing_that_a_map_says_runs(opened: Opener) -> None:
    claims = [
        Claim(
            f"c{number}{words}", title=words, text=f"T {words}", tags=(words,), section="s",
            marks=(Mark("link", 0, 1, words),), data={words: words}, wordings=(words,),
        )
        for number, words in enumerate(HOSTILE)
    ]  # fmt: skip
    relations = [
        Relation(f"r{n}", "support", (claim.id,), claims[0].id)
        for n, claim in enumerate(claims[1:], 1)
    ]
    map = ArgumentMap(claims, relations, (), [Section("s", HOSTILE[0])], name=HOSTILE[1])
    with opened(map) as page:
        for words in ("<script>", "onerror", "javascript:"):
            page.locator("input").fill(words)
            page.keyboard.press("Enter")
            assert words in page.locator(".card").inner_text()
        page.locator(".sections > summary").click()
        page.get_by_role("button", name="Close all").click()
        assert page.evaluate("window.caught") is None
        assert page.locator("img, iframe, script:not(body > script)").count() == 0
        assert page.locator("a[href^=javascript]").count() == 0


def random_map(chance: random.Random) -> ArgumentMap:
    draft = Draft()
    count = chance.randint(3, 9)
    for number in range(count):
        draft.claim(Claim(f"c{number}", text=f"Claim {number}."))
    for number in range(chance.randint(2, 11)):
        on_step = number > 0 and chance.random() < 0.25
        kind = chance.choice([*KINDS, "support", "rebuttal"])
        if on_step:
            kind = chance.choice(["undercut", "support"])
        draft.relation(
            Relation(
                "",
                kind,
                tuple(f"c{n}" for n in chance.sample(range(count), chance.choice([1, 1, 2, 3]))),
                f"r{chance.randint(1, number)}" if on_step else f"c{chance.randrange(count)}",
                "relation" if on_step else "claim",
            )
        )
    return draft.build()[0]


def _premises(map: ArgumentMap, relation: str) -> set[str]:
    """The premises of a step, and of the step that it is aimed at, and so on."""
    found: set[str] = set()
    while relation in map.relations:
        found.update(map.relations[relation].premises)
        relation = map.relations[relation].target
    return found


def test_a_trace_is_what_the_terminal_says_too(opened: Opener, op_ed: ArgumentMap) -> None:
    chance = random.Random(7)  # noqa: S311  # nothing secret
    for map in (op_ed, *(random_map(chance) for _ in range(8))):
        ids = [*map.claims]
        with opened(map) as page:
            found = page.evaluate(
                """async (ids) => {
                  const found = [];
                  for (const id of ids) {
                    await new Promise((done) => {
                      addEventListener('popstate', done, {once: true});
                      location.hash = id;
                    });
                    found.push([...document.querySelectorAll('.boxes>g')].map((box) => [
                      box.classList.contains('lit'),
                      box.querySelector('.badge')?.classList[1] ?? '',
                    ]));
                  }
                  return found;
                }""",
                ids,
            )
        for claim, boxes in zip(ids, found, strict=True):
            told = {step.claim: step.stance for step in reasons(map, [claim]) if not step.repeat}
            shown = {id for id, (is_lit, _) in zip(ids, boxes, strict=True) if is_lit}
            onward = list(conclusions(map, claim))
            expected = {*told, *(step.claim for step in onward)}
            assert expected <= shown
            steps = (map.relations[each.relation] for each in onward)
            joined = {r.target for r in steps} | {each.relation for each in onward}
            together = {p for id in joined & {*map.relations} for p in _premises(map, id)}
            assert shown - expected <= together
            badges = {id: badge for id, (_, badge) in zip(ids, boxes, strict=True) if badge}
            assert set(badges) == set(told) - {claim}
            for id, badge in badges.items():
                sign = {"for": "support", "against": "rebuttal"}[told[id]]
                assert badge in {sign, "undercut"}, (claim, id)


def test_it_reads_without_its_script(opened: Opener, op_ed: ArgumentMap) -> None:
    with opened(op_ed, java_script_enabled=False) as page:
        text = page.locator(".outline").inner_text()
        for claim in op_ed.claims.values():
            assert claim.text in text
        assert page.locator("input, .zoom button, .sections").first.is_hidden()
        assert page.locator(".boxes > g").first.is_visible()
        assert page.locator(".legend li").first.is_visible()


def test_it_fits_a_telephone(opened: Opener, op_ed: ArgumentMap) -> None:
    telephone: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    with opened(op_ed, verdicts=True, hash="#here-to-stay", is_mobile=True, **telephone) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        for target in page.locator("button, summary, .outline li > p").all():
            box = target.bounding_box()
            if box and box["width"] > 1:
                assert box["height"] >= 43.9, target.inner_text()
                assert box["width"] >= 43.9, target.inner_text()
        page.locator(".card").get_by_role("button", name="new ways").tap()
        assert page.evaluate("location.hash") == "#new-ways-to-engage"


def test_paper_has_the_whole_picture_and_the_whole_outline(
    opened: Opener, op_ed: ArgumentMap
) -> None:
    with opened(op_ed, hash="#here-to-stay") as page:
        page.emulate_media(media="print")
        assert page.locator(".pane > svg").evaluate("e => getComputedStyle(e).transform") == "none"
        assert all(item.is_visible() for item in page.locator(".outline li > p").all())
        for gone in ("input", ".zoom", ".card", ".sections"):
            assert page.locator(gone).first.is_hidden()


@pytest.mark.skipif(not AXE, reason="needs axe-core: AXE_CORE names its file")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(opened: Opener, op_ed: ArgumentMap, scheme: str) -> None:
    axe = Path(AXE).read_text(encoding="utf-8")
    map = op_ed.keep([*op_ed.claims][:24])
    narrow: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
    for size in ({}, narrow):
        with opened(map, verdicts=True, color_scheme=scheme, **size) as page:
            page.evaluate(axe)
            steps = (
                "",
                "location.hash = 'double-edged-sword'",
                "document.querySelector('dialog').showModal()",
            )
            for step in steps:
                if step:
                    page.evaluate(step)
                    page.wait_for_selector(".at")
                found = page.evaluate("axe.run().then((found) => found.violations)")
                told = [
                    (each["id"], [node["html"][:120] for node in each["nodes"]]) for each in found
                ]
                assert told == []
