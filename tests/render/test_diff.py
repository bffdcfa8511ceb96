import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.diff import diff_lines, unified
from argmap.render.lines import Layout
from pace import pace

_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_LINES = st.lists(st.sampled_from(["", "", "----", "a", "b", "c", "{d}", "\r"]), max_size=30)
_MARGINS = st.lists(st.sampled_from(["", "", "", "  ", "\t"]), min_size=30, max_size=30)


def patched(text: str, diff: list[str]) -> str:
    """The text with a diff applied, each line exactly where the diff says that it is."""
    ended = True
    old = text.removesuffix("\n").split("\n") if text else []
    new: list[str] = []
    at = 0
    before = " "
    for line in diff[2:]:
        if match := _HUNK.fullmatch(line):
            # Where there are no lines, the one before is named.
            start = int(match[1]) - (match[2] != "0")
            new += old[at:start]
            at = start
            assert len(new) == int(match[3]) - (match[4] != "0")
        elif line[0] == "\\":
            if before in " -":
                assert at == len(old)
                assert not text.endswith("\n")
            if before in " +":
                ended = False
        else:
            if line[0] in " -":
                assert old[at] == line[1:]
                at += 1
            if line[0] in " +":
                new.append(line[1:])
                ended = True
            before = line[0]
    if at < len(old):
        new += old[at:]
        ended = text.endswith("\n")
    return "\n".join(new) + ("\n" if new and ended else "")


@given(_LINES, _MARGINS, _MARGINS, st.booleans(), st.booleans())
def test_the_diff_leads_from_one_to_the_other(
    lines: list[str], old: list[str], new: list[str], old_ends: bool, new_ends: bool
) -> None:
    before = "\n".join(m + line for m, line in zip(old, lines, strict=False)) + "\n" * old_ends
    kept = [line for number, line in enumerate(lines) if line or number % 3]
    after = "\n".join(m + line for m, line in zip(new, kept, strict=False)) + "\n" * new_ends
    diff = list(unified("f", before, after))
    assert bool(diff) == (before != after)
    if diff:
        assert diff[:2] == ["--- f", "+++ f"]
        assert patched(before, diff) == after


def test_a_diff_shows_what_changes_with_three_lines_around_it() -> None:
    before = "".join(f"line {n}\n" for n in range(1, 21))
    after = before.replace("line 4\n", "  line 4\n").replace("line 6\n", "line 6 \n")
    after = after.replace("line 20\n", "\nline 20")
    assert list(unified("f", before, after)) == [
        "--- f", "+++ f",
        "@@ -1,9 +1,9 @@",
        " line 1", " line 2", " line 3", "-line 4", "+  line 4", " line 5", "-line 6", "+line 6 ",
        " line 7", " line 8", " line 9",
        "@@ -17,4 +17,5 @@",
        " line 17", " line 18", " line 19", "-line 20", "+", "+line 20",
        "\\ No newline at end of file",
    ]  # fmt: skip


@pytest.mark.parametrize(("ascii", "blank"), [(False, "·"), (True, "~")])
def test_blanks_at_the_end_of_a_line_can_be_seen(ascii: bool, blank: str) -> None:
    lines = list(diff_lines(["--- f", "-a  ", "+a", "  b "], Layout(ascii=ascii)))
    assert [line[0].text for line in lines] == ["--- f", f"-a{blank * 2}", "+a", "  b"]
    assert [line[0].style for line in lines] == ["dim", "against", "for", ""]


def test_the_cost_is_linear_however_many_lines_change() -> None:
    before = "".join(f"    + line {n}\nkept {n}\n\n\n\n" for n in range(20_000))
    after = "".join(f"  + line {n}\nkept {n}\n\n\n" for n in range(20_000))
    begun = process_time()
    assert sum(1 for _ in unified("f", before, after)) > 100_000
    assert process_time() - begun < 3 * pace()
