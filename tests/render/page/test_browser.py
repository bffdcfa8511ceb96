"""The page in a real browser: finding, tracing and folding on it, by mouse and by keyboard."""

import pytest

from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.render.page import View
from browsing import Opener, at, centre, focused, lit, place_of, traced


def test_a_large_map_opens_at_its_main_thesis(opened: Opener, op_ed: ArgumentMap) -> None:
    with opened(op_ed) as page:
        x, y = centre(page, place_of(op_ed, "worth-having"))
        pane = page.locator(".pane").bounding_box()
        assert pane
        assert pane["x"] < x < pane["x"] + pane["width"]
        assert pane["y"] < y < pane["y"] + pane["height"]
        assert page.locator(".card").is_hidden()


def test_it_does_not_glide_to_where_it_opens(opened: Opener, op_ed: ArgumentMap) -> None:
    with opened(op_ed, reduced_motion="no-preference") as page:
        assert not page.locator("svg.gliding").count()
        page.get_by_role("button", name="Fit").click()
        assert page.locator("svg.gliding").count()


def test_in_a_low_window_its_beginning_is_in_sight(opened: Opener) -> None:
    reasons = [Claim(f"c{number}", text="A reason.") for number in range(40)]
    steps = [Relation(f"r{each.id}", "support", (each.id,), "long") for each in reasons]
    map = ArgumentMap([Claim("long", text="Many words. " * 30), *reasons], steps)
    with opened(map, viewport={"width": 700, "height": 450}, view=View(direction="down")) as page:
        box = page.locator(".boxes > g").first.bounding_box()
        pane = page.locator(".pane").bounding_box()
        assert box
        assert pane
        assert box["y"] >= pane["y"]


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
