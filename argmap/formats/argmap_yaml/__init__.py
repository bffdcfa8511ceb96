"""The YAML notation that is also called argmap: claims, and under each its reasons and objections.

Under a claim, a key like ``r1`` is a reason and one like ``o1`` or ``-`` an objection; the claims
under it are linked premises. A premise that begins with ``-`` is implicit, which its tag says.
``label`` is the label of the relation; ``note`` is kept among the data, and so is ``strength``
unless it lies in [0, 1], where it is the weight.
"""

import re

from argmap.formats._format import Format, Reading, Source

_REASON = re.compile(
    r"^[ ]+[\"']?[ro]\d+[\"']?:[ ]*(?:\{.*|#.*)?$|:[ ]*\{[ ]*[ro]\d+:", re.MULTILINE
)
_KEY = re.compile(
    r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|(?!- )[^\s#\[<{"'][^#]*?)\s*:(?:\s*$|\s+[\{#])"""
)
_CARNEADES = re.compile(
    r"^(?:meta|issues|language|statements|arguments|argument_schemes|assumptions|tests):",
    re.MULTILINE,
)
_BEGINNING = 20_000


def _looks_like(text: str) -> bool:
    """Whether its outermost lines are keys, and there are reasons or objections under them."""
    start = text[:_BEGINNING].removeprefix("\ufeff")
    if not _REASON.search(start) or _CARNEADES.search(start):
        return False
    lines = start.split("\n")
    if len(text) > _BEGINNING:
        lines.pop()
    outer = [line for line in lines if line.strip() and line[0] not in " \t#}" and line != "---"]
    return bool(outer) and all(_KEY.match(line) for line in outer)


def read(source: Source) -> Reading:
    """The map of such a text; what is not as it should be is reported."""
    from argmap.formats.argmap_yaml.reading import read as read_claims

    return read_claims(source)


FORMAT = Format(
    name="argmap-yaml",
    title="argmap YAML",
    suffixes=(".argmap.yaml", ".argmap.yml", ".yaml", ".yml"),
    looks_like=_looks_like,
    read=read,
)
