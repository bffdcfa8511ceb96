"""A browser for the tests of pages, and the page of a map in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.map import ArgumentMap
from browsing import Opener
from conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    reason = "needs playwright (argmap[dev])"
    playwright = pytest.importorskip("playwright.sync_api", reason=reason)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("needs chromium, which is not installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def op_ed() -> ArgumentMap:
    path = ROOT / "corpus" / "cyber-diplomacy.argdown"
    return read(Source(path.read_text(encoding="utf-8"), path.name)).map


@pytest.fixture
def opened(browser: "Browser", tmp_path: Path) -> Opener:
    return Opener(browser, tmp_path)
