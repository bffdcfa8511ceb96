"""Maps opened as pages in a real browser, and what is to be seen there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.graph.trace import conclusions, reasons
from argmap.model.map import ArgumentMap
from argmap.render.page import View, digest, page
from argmap.render.page.facts import facts_of
from argmap.render.picture.content import Standing, of_claims
from argmap.render.picture.scene import compose
from argmap.semantics.evaluation import evaluate

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


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
