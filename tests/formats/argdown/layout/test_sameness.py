"""Any difference in what two texts say is noticed, and no difference in how they are laid out."""

import pytest

from argmap.formats import Source
from argmap.formats.argdown.layout.sameness import Read, first_difference
from argmap.formats.argdown.parser import parse

TEXT = """===
title: T
===

# Heading #tag

[A]: one *two* three {a: 1}
  + <B>: four // comment
    - five
  - six
  /* a longer
     comment */

(1) p
(2) q
-- R, S {uses: [1]} --
(3) r
  <_ s
----
(4) t
"""


def read(text: str) -> Read:
    source = Source(text)
    return Read(source, parse(source)[0])


def difference(new: str, old: str = TEXT) -> int:
    return first_difference(read(old), read(new))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("title: T", "title: U", 1),
        ("# Heading", "## Heading", 5),
        ("Heading", "heading", 5),
        ("#tag", "#tug", 5),
        ("[A]:", "[B]:", 7),
        ("*two*", "two", 7),
        ("*two*", "_two_", 7),
        ("*two*", "**two**", 7),
        ("{a: 1}", "{a: 2}", 7),
        ("+ <B>", "<+ <B>", 8),
        ("<B>:", "[B]:", 8),
        ("// comment", "// commend", 8),
        ("// comment", "", 8),
        ("    - five", "  - five", 9),
        ("  - six", "    - six", 10),
        ("a longer", "a long er", 11),
        ("     comment */", "    no comment */", 12),
        ("(2) q", "(5) q", 15),
        ("(2) q\n", "(2) q\n-- T --\n", 16),
        ("R, S", "R", 16),
        ("uses: [1]", "uses: [2]", 16),
        ("  <_ s", "\n  <_ s", 18),
        ("----\n(4) t", "\n(4) t", 19),
        ("(4) t\n", "(4) t\n\nmore\n", 1),
    ],
)
def test_what_is_said_differently_is_noticed_where_it_is(old: str, new: str, line: int) -> None:
    assert TEXT.count(old) >= 1
    assert difference(TEXT.replace(old, new)) == line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Heading", "#   Heading"),
        ("[A]: one", "  [A]:one"),
        ("    - five", "\t\t- five"),
        ("// comment", "   // comment  "),
        ("     comment */", "comment */"),
        ("(2) q", "(2)\n  q"),
        ("-- R, S {uses: [1]} --", "--\nR, S\n{uses: [1]}\n-----"),
        ("----\n", "--------\n"),
        ("\n\n", "\n\n\n\n"),
        ("*two* three", "*two*\nthree"),
        ("*two* three", "*two*     \n  three"),
        ("one *two*", "one   \n*two*"),
    ],
)
def test_what_is_laid_out_differently_is_the_same(old: str, new: str) -> None:
    assert TEXT.count(old) >= 1
    assert difference(TEXT.replace(old, new)) == 0


@pytest.mark.parametrize(
    ("old", "new"), [("a \\# b", "a # b"), ("1.  x", "2.  x"), ("[ A ]: x", "[A]: y")]
)
def test_characters_that_the_tree_does_not_keep_are_compared(old: str, new: str) -> None:
    assert difference(new, old) == 1
    assert difference(old, old) == 0
