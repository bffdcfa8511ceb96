"""The page in a real browser, whatever a map says and however it is read."""

import os
import random
from pathlib import Path
from typing import Any

import pytest

from argmap.graph.trace import conclusions, reasons
from argmap.model.claim import Claim, Mark
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, Relation
from argmap.model.section import Section
from browsing import Opener

AXE = os.environ.get("AXE_CORE", "")
"""The file of axe-core, if it is there; `.ci/run` fetches it."""


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
