"""Whatever a file holds, there is an answer or a diagnostic: no trace, no hang, no escape."""

import re
from pathlib import Path

import pytest

from conftest import Run

ESCAPES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
HOSTILE = (
    "[A]: red \x1b[31mtext\x1b[0m \x9b31m bell\x07 \u202eback\u202c\n  + [B\x1b[2J]: \u2066x\n"
)

ARGDOWN: dict[str, bytes] = {
    "empty": b"",
    "blank": b"  \n\n\t\n",
    "truncated": b"[A]: text {x: [1,\n  + [B",
    "binary": bytes(range(256)) * 10,
    "latin-1": "[A]: caf\xe9\n".encode("latin-1"),
    "utf-16": "[A]: text\n  + [B]: b\n".encode("utf-16"),
    "utf-16 without mark": "[A]: text\n".encode("utf-16-le"),
    "byte-order mark": b"\xef\xbb\xbf[A]: text\n",
    "crlf": b"[A]: text\r\n  + [B]: b\r\n",
    "10 MB on one line": b"[A]: " + b"word " * 2_000_000,
    "markup on one line": b"*_[{<(" * 200_000,
    "comments never closed": b"/*" * 200_000,
    "nested relations": "\n".join(" " * n + "+ " * (n > 0) + f"c{n}" for n in range(2000)).encode(),
    "nested braces": b"[A]: x " + b"{a: " * 100_000 + b"}" * 100_000,
    "braces never closed": b"[A]: x " + b"{" * 100_000,
    "yaml bomb": b"===\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n===\n\n[A]: x\n",
    "yaml tag": b"[A]: x {a: !!python/object/apply:os.system [id]}\n",
    "yaml depth": b"[A]: x {\n" + b"- " * 100_000 + b"x\n}\n",
    "duplicate ids": b"[A]: x {id: z}\n\n[B]: y {id: z}\n",
    "dangling reference": b"[A]: x\n  + [B]\n",
    "prototype names": b"[constructor]: x\n  + [__proto__]: y\n  - [toString]: z\n",
    "control characters": HOSTILE.encode(),
    "relations to nothing": b"+ [A]: x\n- y\n\n    + z\n\n[T]: t\n+ [U]: u\n",
}
JSON: dict[str, bytes] = {
    "empty": b"",
    "blank": b"  \n",
    "truncated": b'{"claims": [{"id": "a"',
    "array": b"[]",
    "no map": b'{"a": 1}',
    "nested": b'{"claims":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "nested without end": b"[" * 100_000,
    "duplicate and dangling ids": b'{"claims":[{"id":"a"},{"id":"a"}],"relations":[{"id":"r",'
    b'"kind":"support","premises":["zz"],"target":{"type":"claim","id":"a"}}]}',
    "wrong types": b'{"claims":[1,{"id":5},{"id":"a","tags":"x"},{"id":"g","text":"good"}],'
    b'"relations":[{}],"arguments":[{"id":"x","relations":["nope"]}]}',
    "control characters": b'{"claims":[{"id":"a\\u001b[31m",'
    b'"title":"\\u009b2J","text":"x\\u202ey"}]}',
    "lone surrogate": b'{"claims":[{"id":"a","text":"\\ud800 lone"}]}',
    "not numbers": b'{"claims":[{"id":"a","text":"t","weight":NaN,"data":{"x":Infinity}}]}',
    "latin-1": '{"claims":[{"id":"caf\xe9"}]}'.encode("latin-1"),
    "utf-16": '{"claims":[{"id":"a","text":"t"}]}'.encode("utf-16"),
    "10 MB in one text": b'{"claims":[{"id":"a","text":"' + b"x" * 10_000_000 + b'"}]}',
    "prototype names": b'{"claims":[{"id":"__proto__","text":"x"},'
    b'{"id":"constructor","text":"y"}]}',
}
FILES = [(f"{name}.argdown", raw) for name, raw in ARGDOWN.items()]
FILES += [(f"{name}.json", raw) for name, raw in JSON.items()]
UNREADABLE = {
    "empty.argdown", "blank.argdown", "binary.argdown", "latin-1.argdown",
    "utf-16 without mark.argdown",
    "nested braces.argdown", "yaml bomb.argdown", "yaml tag.argdown", "yaml depth.argdown",
    "duplicate ids.argdown",
    "relations to nothing.argdown", "empty.json", "blank.json", "truncated.json", "array.json",
    "no map.json", "nested.json", "nested without end.json", "duplicate and dangling ids.json",
    "wrong types.json", "latin-1.json", "not numbers.json",
}  # fmt: skip
COMMANDS = [("show",), ("show", "--json"), ("check",), ("trace", "a"), ("list", "--ids")]


@pytest.mark.parametrize(("name", "raw"), FILES, ids=[name for name, _ in FILES])
def test_every_file_is_answered_or_refused(run: Run, tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    for command in COMMANDS:
        done = run(*command, "-m", name)
        assert done.code in {0, 1, 2}
        assert "Traceback" not in done.stderr
        assert "bug" not in done.stderr
        assert not ESCAPES.search(done.stdout), command
        assert not ESCAPES.search(done.stderr), command
        if done.code:
            assert done.stderr
    assert (run("show", "-m", name).code == 2) == (name in UNREADABLE)


def test_what_can_be_read_is_answered_and_the_exit_code_is_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "half.argdown").write_text("[A]: good\n\n[B]: bad {x: [}\n\n+ [C]: lost\n")
    done = run("list", "-m", "half.argdown")
    assert done.code == 2
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["a", "b", "c"]
    assert "half.argdown:3:15: AD02" in done.stderr
    assert "half.argdown:5:1: AD04" in done.stderr


@pytest.mark.parametrize("color", ["always", "never"])
def test_nothing_of_a_map_is_markup(run: Run, tmp_path: Path, color: str) -> None:
    text = "[A]: [bold]loud[/bold] :warning: [/] [red\n"
    (tmp_path / "markup.argdown").write_text(f"[T]: x\n  + {text}")
    done = run("show", "-m", "markup.argdown", "--color", color)
    assert "[bold]loud[/bold] :warning: [/] [red" in done.stdout


@pytest.mark.parametrize(("name", "raw"), FILES, ids=[name for name, _ in FILES])
def test_every_file_is_formatted_or_refused(
    run: Run, tmp_path: Path, name: str, raw: bytes
) -> None:
    (tmp_path / name).write_bytes(raw)
    done = run("fmt", "--in-place", name)
    assert done.code in {0, 2}
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr
    assert "AD34" not in done.stderr
    assert not ESCAPES.search(done.stderr)
    if done.code:
        assert (tmp_path / name).read_bytes() == raw
    else:
        assert run("fmt", "--check", name).code == 0
