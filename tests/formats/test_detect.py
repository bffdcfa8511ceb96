import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Format, all_formats, detect, named, names

ARGDOWN = "[Shade]: Trees give shade.\n  + [Leaves]: Leaves stop light.\n"
JSON = '{"schema": "argmap/map/1", "claims": []}'


def test_the_formats_are_what_lies_in_their_folder() -> None:
    assert {"argdown", "json"} <= set(names())
    assert names() == sorted(names())
    assert not [name for name in names() if name.startswith("_")]


@pytest.mark.parametrize("name", names())
def test_a_format_goes_by_the_name_of_its_module(name: str) -> None:
    assert isinstance(named(name), Format)
    assert named(name).name == name


@pytest.mark.parametrize("name", ["", "nope", "_format", "os", "..json", "__init__", "json.py"])
def test_there_is_no_other_format(name: str) -> None:
    with pytest.raises(KeyError):
        named(name)


def test_no_two_formats_claim_a_suffix_of_their_own() -> None:
    first = [format.suffixes[0] for format in all_formats()]
    assert all(suffix.startswith(".") for suffix in first)
    assert len(set(first)) == len(first)


@pytest.mark.parametrize(
    ("text", "file", "name"),
    [
        (ARGDOWN, "", "argdown"),
        (JSON, "", "json"),
        ('{"nodes": [{"id": 1}], "links": []}', "m.json", "node-link"),
        ('{"claims": [], "nodes": [], "edges": []}', "m.json", "json"),
        ('<?xml version="1.0"?><graphml><graph/></graphml>', "m.graphml", "graphml"),
        ('<graphml xmlns:arg="http://www.argunet.org/xml/argml"/>', "m.graphml", "argunet"),
        (ARGDOWN, "m.argdown", "argdown"),
        (JSON, "m.json", "json"),
        (JSON, "m.argdown", "json"),
        (JSON, "m.txt", "json"),
        (ARGDOWN, "m.txt", "argdown"),
        ("", "", "argdown"),
        ("not json", "M.JSON", "json"),
    ],
)
def test_the_text_tells_its_format_and_else_the_suffix(text: str, file: str, name: str) -> None:
    assert detect(text, file).name == name


@settings(deadline=None)
@given(st.text(max_size=30), st.sampled_from(["", "m.json", "m.argdown", "m"]))
def test_every_text_has_a_format(text: str, file: str) -> None:
    assert detect(text, file).name in names()


def test_naming_a_format_loads_no_other() -> None:
    program = (
        "import sys\n"
        "from argmap.formats import named\n"
        "named('json')\n"
        "print([name for name in sys.modules if name.startswith('argmap.formats.argdown')])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=20, check=True
    )
    assert done.stdout == "[]\n"
