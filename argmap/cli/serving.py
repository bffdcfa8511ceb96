"""A server of one page for this machine, which tells the page when there is another one."""

import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread

from argmap.render.live import EVENTS, live, version_of

_HOST = "127.0.0.1"
_PORT = 8421
"""The port that is tried first, so that a page that is open finds the server of the next run."""
_ALIVE = 10.0
"""Seconds after which a page that hears nothing is sent a sign of life."""


class Server:
    """A page that is served, and those who wait for the next one."""

    def __init__(self, page: str) -> None:
        self._news = Condition()
        self._page = live(page)
        self._version = version_of(page)
        handler = type("Handler", (_Handler,), {"shown": self})
        try:
            self._http = _Http((_HOST, _PORT), handler)
        except OSError:
            self._http = _Http((_HOST, 0), handler)
        self.port = int(self._http.server_address[1])
        Thread(target=self._http.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{_HOST}:{self.port}/"

    @property
    def page(self) -> str:
        """The page as it is served."""
        with self._news:
            return self._page

    def show(self, page: str) -> None:
        """Serve another page from now on, and tell all that show the one before."""
        with self._news:
            self._page = live(page)
            self._version = version_of(page)
            self._news.notify_all()

    def next_version(self, known: str) -> str:
        """The version that is served, as soon as it is another one, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self._version != known, timeout=_ALIVE)
            return self._version

    def close(self) -> None:
        """Serve no longer."""
        self._http.shutdown()
        self._http.server_close()


def serve(page: str) -> Server:
    """Begin to serve a page."""
    return Server(page)


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    # It lets the next run have the port at once, but on Windows two runs at the same time.
    allow_reuse_address = os.name == "posix"


class _Handler(BaseHTTPRequestHandler):
    """Answers for one path, and for the events that belong to it."""

    shown: Server
    server_version = "argmap"
    sys_version = ""

    def do_GET(self) -> None:
        """The page, or the events."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """The same, without what it says."""
        self._answer(body=False)

    def __getattr__(self, name: str) -> object:
        """Any other method is refused."""
        if name.startswith("do_"):
            return lambda: self._refuse(405, "only GET and HEAD")
        raise AttributeError(name)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody wants to read each request."""

    def _answer(self, *, body: bool) -> None:
        # A page elsewhere may have given its own name our address, to read what is served here.
        hosts = {f"{name}:{self.shown.port}" for name in (_HOST, "localhost")}
        if self.headers.get_all("Host") not in [[host] for host in hosts]:
            self._refuse(403, "not the name of this server")
        elif self.path == "/":
            page = self.shown.page.encode()
            self._begin(200, "text/html; charset=utf-8", len(page))
            if body:
                self.wfile.write(page)
        elif self.path == EVENTS:
            self._begin(200, "text/event-stream")
            if body:
                self._tell_versions()
        else:
            self._refuse(404, "there is only one page")

    def _tell_versions(self) -> None:
        known = ""
        try:
            while True:
                version = self.shown.next_version(known)
                said = f"data: {version}\n\n" if version != known else ": still here\n\n"
                self.wfile.write(said.encode())
                self.wfile.flush()
                known = version
        except OSError:
            self.close_connection = True

    def _refuse(self, code: int, why: str) -> None:
        said = f"{why}\n".encode()
        self._begin(code, "text/plain; charset=utf-8", len(said))
        if self.command != "HEAD":
            self.wfile.write(said)

    def _begin(self, code: int, type: str, length: int | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", type)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if code == 405:  # noqa: PLR2004  # it comes with what is allowed
            self.send_header("Allow", "GET, HEAD")
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Frame-Options", "DENY")
        self.end_headers()
