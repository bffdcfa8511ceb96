"""What each diagnostic means: a text file of ``explanations/``, or the docstring of a check.

A file is called by its code. Its first line is the severity and the name in kebab case; what
follows is written like the docstring of a check: one sentence, paragraphs that say why it matters
and what to do, and two examples, indented after ``Bad::`` and ``Good::``. An example is a map in
Argdown, and perhaps files beside it:

    example = [ text ] { "# file " name [ " in " encoding ] line-break text } | "# no file " name

The encoding ``hex`` is for bytes that are no text. The folder is the only list of the files.
"""

import os
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.diagnostic import Severity

if TYPE_CHECKING:
    from argmap.checks._check import Check

_FOLDER = os.path.join(os.path.dirname(__file__), "explanations")
AREAS = {
    "AB": "Arguebuf",
    "AD": "Argdown",
    "AF": "AIF",
    "AJ": "Argdown's JSON",
    "AM": "Araucaria's AML",
    "AN": "anchors in a source text",
    "AP": "ASPARTIX",
    "AU": "Argunet",
    "AY": "argmap's YAML",
    "BR": "brat",
    "CA": "Carneades",
    "CF": "configurations",
    "CO": "comments that silence",
    "CS": "tables (CSV)",
    "CX": "CAF",
    "GM": "GraphML",
    "IC": "ICCMA",
    "IN": "files that cannot be read or written",
    "JS": "argmap's JSON",
    "KI": "Kialo",
    "LK": "LKIF",
    "LS": "what is lost in another format",
    "MAP": "ids and references in any format",
    "MM": "MindMup",
    "MT": "argumentative microtexts",
    "NL": "node-link JSON",
    "RE": "reasoning",
    "SE": "what a drawing selects",
    "SF": "SADFace",
    "TG": "TGF",
    "XA": "xAIF",
}
"""What codes are about that begin with the same letters."""
_EXAMPLES = r"^{}::\n\n((?:    .*\n|\n)+)"


class Explanation(NamedTuple):
    """What a code means; ``text`` holds everything, with the examples."""

    code: str
    name: str
    severity: Severity
    text: str

    @property
    def area(self) -> str:
        """The letters that the code begins with."""
        return self.code.rstrip("0123456789")

    @property
    def summary(self) -> str:
        """The first sentence, without its full stop."""
        return self.text.partition("\n")[0].removesuffix(".")

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs after the first sentence, each on one line."""
        told = re.split(r"^Bad::$", self.text, maxsplit=1, flags=re.MULTILINE)[0]
        return [" ".join(each.split()) for each in told.strip().split("\n\n")[1:]]

    @property
    def bad(self) -> str:
        """An example that has the fault."""
        return self._example("Bad")

    @property
    def good(self) -> str:
        """The example without the fault."""
        return self._example("Good")

    def _example(self, kind: str) -> str:
        found = re.search(_EXAMPLES.format(kind), self.text + "\n", re.MULTILINE)
        lines = found[1].rstrip().split("\n") if found else []
        return "".join(f"{line[4:]}\n" for line in lines)


@cache
def names() -> Mapping[str, str]:
    """The name of each code, by code."""
    from argmap.checks import all_checks

    found = {code: _read(code)[0][1] for code in _filed()} | {
        check.code: check.name for check in all_checks()
    }
    return dict(sorted(found.items()))


def explanations() -> list[Explanation]:
    """Every explanation, by code."""
    from argmap.checks import all_checks

    return sorted([*map(_of_file, _filed()), *map(_of_check, all_checks())])


def _filed() -> list[str]:
    return [name.removesuffix(".txt") for name in os.listdir(_FOLDER) if name.endswith(".txt")]


def _read(code: str) -> tuple[list[str], str]:
    with open(os.path.join(_FOLDER, f"{code}.txt"), encoding="utf-8") as file:
        head, _, text = file.read().partition("\n")
    return head.split(), text


def _of_file(code: str) -> Explanation:
    (severity, name), text = _read(code)
    return Explanation(code, name, severity, text)  # type: ignore[arg-type]  # a test reads them all


def _of_check(check: "Check") -> Explanation:
    """A check's explanation, with the severity that its own bad example gets."""
    from argmap.formats import Source
    from argmap.formats.argdown import read

    text = check.explanation.strip() + "\n"
    explanation = Explanation(check.code, check.name, "warning", text)
    found = check.run(read(Source(explanation.bad)).map)
    return explanation._replace(severity=next(iter(found)).severity)
