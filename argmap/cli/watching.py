"""Drawing again whenever the map changes."""

import os
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from argmap.cli.errors import UserError, report_user_error, tell
from argmap.cli.input import STDIN, Opened, file_of, maps_asked, open_map
from argmap.cli.options import MapChoice
from argmap.render.parts import counted

if TYPE_CHECKING:
    from argmap.cli.drawing import Wish
    from argmap.cli.serving import Server

EVERY = 0.3
"""Seconds between looks; a few files cost nothing to look at."""
_SETTLED = 0.05
"""A file that did not change for so many seconds is written."""

Status = tuple[int, int, int] | None
"""What tells one content of a file from another, without reading it; none if there is none."""


def watch_map(choice: MapChoice, wish: "Wish", draw: Callable[[Opened], str]) -> NoReturn:
    """Draw a map, and again each time that it, or a file that it includes, changes; until Ctrl-C.

    A map with errors is not drawn: they are told, and what was drawn last stays. Raises
    :class:`UserError` if what is asked cannot be watched, or cannot be drawn the first time.
    """
    if wish.out is None:
        raise UserError("--watch draws into a file", "name it with -o")
    asked = maps_asked(choice.map)
    if len(asked) > 1:
        raise UserError("--watch looks at one map", "name it with one -m")
    file = file_of(asked[0] if asked else None)
    if file == STDIN:
        raise UserError("standard input cannot be watched", "name the file of the map with -m")
    _Watch(choice, wish.out, file, draw, serves=wish.form == "html").run()


class _Watch:
    def __init__(
        self, choice: MapChoice, out: str, file: str, draw: Callable[[Opened], str], *, serves: bool
    ) -> None:
        self._choice = choice
        self._out = out
        self._map = file
        self._seen: dict[str, Status] = {file: None}
        self._draw = draw
        self._serves = serves
        self._server: Server | None = None

    def run(self) -> NoReturn:
        """Draw, then look again and again."""
        self._redraw()
        while True:
            time.sleep(EVERY)
            if self._look() != self._seen:
                self._settle()
                try:
                    self._redraw()
                except UserError as error:
                    report_user_error(error)
                    tell(f"{self._out} stays as it was")

    def _look(self) -> dict[str, Status]:
        return {file: status_of(file) for file in self._seen}

    def _settle(self) -> None:
        """Wait until nobody is writing the files any more, and the map is there."""
        before = self._look()
        while True:
            time.sleep(_SETTLED)
            now = self._look()
            if now == before and now[self._map]:
                return
            before = now

    def _redraw(self) -> None:
        self._seen = self._look()
        included: dict[str, str | None] = {}
        try:
            opened = open_map(self._choice, included)
        finally:
            # What was included once is looked at for good: it may be gone for a moment only.
            self._seen = {file: status_of(file) for file in included} | self._seen
        if opened.exit_code:
            tell(f"{self._out} is drawn again when the map has no errors")
            return
        for file in self._seen:
            if os.path.realpath(file) == os.path.realpath(self._out):
                raise UserError(f"{self._out} is the map itself", "name another file with -o")
        text = self._draw(opened)
        at = time.strftime("%H:%M:%S")
        tell(f"{at} drew {self._out}: {counted(len(opened.map.claims), 'claim')}")
        if self._serves:
            self._show(text)

    def _show(self, page: str) -> None:
        """Serve a page, or put it in place of the one before."""
        if self._server is None:
            from argmap.cli.serving import serve

            self._server = serve(page)
            tell(f"it is shown at {self._server.url} as long as this runs")
        else:
            self._server.show(page)


def status_of(file: str) -> Status:
    """When a file was written last, how long it is, and which one it is."""
    try:
        status = os.stat(file)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
