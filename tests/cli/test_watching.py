"""Drawing again: a real process, real files, and a real server."""

import http.client
import re
import signal
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from argmap.cli.errors import UserError
from argmap.cli.serving import Server, serve
from argmap.cli.watching import status_of
from argmap.render.live import live, version_of
from conftest import Run, clean_environment
from scenes import named

PAGE = (
    "<!doctype html><html><head>"
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; script-src 'sha256-abc='; base-uri 'none'\">\n"
    "</head><body><p>One, and &lt;/body&gt; in it.</p></body></html>\n"
)


def until(holds: Callable[[], object]) -> None:
    """Wait for something to hold; fails if it does not within half a minute."""
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


@contextmanager
def watching(folder: Path, *args: str) -> Iterator[subprocess.Popen[str]]:
    with (
        (folder / "told").open("w", encoding="utf-8") as said,
        subprocess.Popen(
            [sys.executable, "-m", "argmap", "draw", "--watch", "--engine", "layers", *args],
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
            cwd=folder,
            env=clean_environment(),
        ) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


def drawn(folder: Path) -> list[str]:
    picture = folder / "x.svg"
    text = picture.read_text(encoding="utf-8") if picture.exists() else ""
    return named(text, "data-claim") if text else []


def told(folder: Path) -> str:
    return (folder / "told").read_text(encoding="utf-8")


def test_a_picture_follows_its_map_and_what_it_includes(tmp_path: Path) -> None:
    map, part = tmp_path / "a.argdown", tmp_path / "part.argdown"
    map.write_text("[A]: One.\n\n@include(part.argdown)\n")
    part.write_text("[B]: Two.\n")
    with watching(tmp_path, "-m", "a.argdown", "-o", "x.svg") as process:
        until(lambda: drawn(tmp_path) == ["a", "b"])
        part.write_text("[B]: Two.\n\n[C]: Three.\n")
        until(lambda: drawn(tmp_path) == ["a", "b", "c"])
        beside = tmp_path / "beside"
        beside.write_text("[D]: Four.\n")
        beside.replace(map)  # as many editors save
        until(lambda: drawn(tmp_path) == ["d"])
        map.unlink()
        time.sleep(0.5)
        map.write_text("[E]: Five.\n")
        until(lambda: drawn(tmp_path) == ["e"])
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stdout is not None
        assert process.stdout.read() == ""
    lines = [line for line in told(tmp_path).splitlines() if line]
    assert [re.sub(r"^[\d:]{8}", "", line) for line in lines] == [
        " drew x.svg: 2 claims",
        " drew x.svg: 3 claims",
        " drew x.svg: 1 claim",
        " drew x.svg: 1 claim",
    ]


def test_a_broken_map_leaves_the_picture_as_it_was(tmp_path: Path) -> None:
    map = tmp_path / "a.argdown"
    map.write_text("[A]: One.\n  + [B]: Two.\n")
    with watching(tmp_path, "-m", "a.argdown", "-o", "x.svg", "--around", "b"):
        until(lambda: drawn(tmp_path))
        good = (tmp_path / "x.svg").read_bytes()
        map.write_text("[A]: One. {x: [}\n  + [B]: Two.\n  + [C]: Three.\n")
        until(lambda: "AD02" in told(tmp_path))
        map.write_text("[A]: There is no longer what is asked for.\n")
        until(lambda: "no claim is like 'b'" in told(tmp_path))
        until(lambda: "x.svg stays as it was" in told(tmp_path))
        assert (tmp_path / "x.svg").read_bytes() == good
        map.write_text("[A]: One.\n  + [B]: Three.\n")
        until(lambda: (tmp_path / "x.svg").read_bytes() != good)
    assert told(tmp_path).count("drew") == 2
    assert "is drawn again when the map has no errors" in told(tmp_path)
    assert "Traceback" not in told(tmp_path)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["-m", "a.argdown"], "name it with -o"),
        (["-m", "-", "-o", "x.svg"], "standard input cannot be watched"),
        (["-m", "a.argdown", "-o", "x.svg", "--around", "nothing"], "no claim is like"),
        (["-m", "a.argdown", "-o", "a.argdown"], "is the map itself"),
        (["-m", "none.argdown", "-o", "x.svg"], "there is no file"),
        (["-m", "a.argdown", "-o", "no/x.svg"], "cannot write"),
    ],
)
def test_what_cannot_be_watched_is_told_at_once(
    run: Run, tmp_path: Path, args: list[str], words: str
) -> None:
    (tmp_path / "a.argdown").write_text("[A]: One.\n")
    done = run("draw", "--watch", *args, stdin="[A]: One.\n")
    assert done.code in {1, 2}
    assert words in done.stderr
    assert (tmp_path / "a.argdown").read_text() == "[A]: One.\n"


def test_a_file_that_is_not_there_has_no_status(tmp_path: Path) -> None:
    file = tmp_path / "x"
    assert status_of(str(file)) is None
    file.write_text("one")
    before = status_of(str(file))
    assert before == status_of(str(file))
    file.write_text("three")
    assert status_of(str(file)) != before


def policy(page: str) -> dict[str, list[str]]:
    content = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert content is not None
    rules = [rule.split() for rule in unescape(content[1]).split(";")]
    return {rule[0]: rule[1:] for rule in rules}


def test_the_served_copy_allows_its_own_script_and_nothing_else() -> None:
    page = live(PAGE)
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)[-1]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert version_of(PAGE) in script
    assert policy(page) == {
        "default-src": ["'none'"],
        "script-src": ["'sha256-abc='", f"'sha256-{digest}'"],
        "base-uri": ["'none'"],
        "connect-src": ["'self'"],
    }
    assert page.endswith("</script>\n</body></html>\n")
    assert "connect-src" not in policy(PAGE)


@pytest.fixture
def server() -> Iterator[Server]:
    found = serve(PAGE)
    yield found
    found.close()


def asked(
    server: Server, method: str = "GET", path: str = "/", **headers: str
) -> tuple[int, str, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text, dict(answer.getheaders())


def test_only_the_page_is_served_and_only_to_this_machine(server: Server) -> None:
    code, text, headers = asked(server)
    assert (code, text) == (200, live(PAGE))
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in headers
    assert asked(server, "HEAD")[:2] == (200, "")
    for path in ("/x", "/../etc/passwd", "/?x", "/events/", "/index.html"):
        assert asked(server, path=path)[0] == 404, path
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"):
        code, _, headers = asked(server, method)
        assert (code, headers["Allow"]) == (405, "GET, HEAD"), method
    for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1", "localhost:1", ""):
        for path in ("/", "/events"):
            code, text, _ = asked(server, path=path, Host=host)
            assert code == 403, host
            assert "One" not in text
    assert asked(server, Host=f"localhost:{server.port}")[0] == 200
    assert server.url == f"http://127.0.0.1:{server.port}/"


def test_a_host_that_is_named_twice_is_none(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as plain:
        own = f"Host: 127.0.0.1:{server.port}\r\n"
        plain.sendall(f"GET / HTTP/1.1\r\n{own}Host: evil.example\r\n\r\n".encode())
        assert b" 403 " in plain.recv(1000)


def test_those_who_show_the_page_hear_of_the_next_one(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", "/events")
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream"
    assert answer.readline().decode() == f"data: {version_of(PAGE)}\n"
    assert answer.readline() == b"\n"
    other = PAGE.replace("One", "Two")
    server.show(other)
    assert answer.readline().decode() == f"data: {version_of(other)}\n"
    answer.close()
    connection.close()
    assert asked(server)[1] == live(other)


def test_a_port_that_is_taken_is_left_alone(server: Server) -> None:
    other = serve(PAGE)
    assert other.port != server.port
    other.close()


def test_a_watched_page_is_served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With whatever draws pages: what it draws is served, until the map cannot be drawn."""
    from argmap.cli import serving, watching
    from argmap.cli.drawing import Wish
    from argmap.cli.options import MapChoice

    map = tmp_path / "a.argdown"
    map.write_text("[A]: One.\n")
    pages = iter([PAGE, PAGE.replace("One", "Two")])
    served: list[Server] = []
    rounds = iter([map.write_text, None])

    def keep(page: str) -> Server:
        served.append(Server(page))
        return served[0]

    def sleep(seconds: float) -> None:
        if seconds == watching.EVERY:
            write = next(rounds)
            if write is None:
                raise KeyboardInterrupt
            write("[A]: Two, which is longer.\n")

    monkeypatch.setattr(serving, "serve", keep)
    monkeypatch.setattr(time, "sleep", sleep)
    wish = Wish(None, None, None, None, str(tmp_path / "x"), "html", "auto", "light", "", 1.0)
    with pytest.raises(KeyboardInterrupt):
        watching.watch_map(MapChoice([str(map)]), wish, lambda _: next(pages))
    assert asked(served[0])[1] == live(PAGE.replace("One", "Two"))
    served[0].close()
    assert len(served) == 1
    with pytest.raises(UserError):
        watching.watch_map(MapChoice([str(map)]), wish._replace(out=None), lambda _: "")
