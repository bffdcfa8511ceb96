"""How long pictures of 40, 400 and 4,000 boxes in sections take, beside ``dot`` and ``argdown``.

Our figures are those of a running process, theirs of whole ones, if the path has the programs.
"""

import random
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from argmap.formats.argdown import write
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation
from argmap.model.section import Section
from argmap.render.layout import engines, missing
from argmap.render.picture.content import of_claims
from argmap.render.picture.scene import compose
from argmap.render.picture.svg import svg
from argmap.render.picture.theme import LIGHT

SIZES = (40, 400, 4_000)
IN_SECTION = 40
WORDS = (
    "reasons", "that", "people", "give", "for", "what", "they", "hold", "are", "often", "other",
    "claims",
)  # fmt: skip
KINDS: tuple[Kind, ...] = ("support", "support", "rebuttal")


def made(size: int) -> ArgumentMap:
    """Trees of claims in sections, with one relation in twelve from any section to any other."""
    chance = random.Random(size)  # noqa: S311  # no secret
    draft = Draft("made")
    for number in range(size):
        if number % IN_SECTION == 0:
            draft.section(Section(f"s{number // IN_SECTION}", f"Section {number // IN_SECTION}"))
        words = " ".join(chance.choices(WORDS, k=chance.randint(6, 16)))
        draft.claim(Claim(f"c{number}", text=words, section=f"s{number // IN_SECTION}"))
        first = number - number % IN_SECTION
        if number:
            target = chance.randrange(max(first, number - 8), number) if number > first else 0
            kind = chance.choice(KINDS)
            draft.relation(Relation("", kind, (f"c{number}",), f"c{target}"))
        if number and chance.random() < 1 / 12:
            target = chance.randrange(number)
            draft.relation(Relation("", "support", (f"c{number}",), f"c{target}"))
    return draft.build()[0]


def dot(map: ArgumentMap) -> str:
    """The same map in the language of dot, with clusters."""
    lines = ["digraph { rankdir=LR node [shape=box]"]
    for section in map.sections:
        inside = (c for c in map.claims.values() if c.section == section)
        names = (f'{c.id} [label="{c.text[:40]}\\n{c.text[40:]}"]' for c in inside)
        lines.append(f"subgraph cluster_{section} {{ {' '.join(names)} }}")
    lines += (f"{r.target} -> {r.premises[0]} [dir=back]" for r in map.relations.values())
    return "\n".join([*lines, "}"])


def official(program: str, map: ArgumentMap) -> tuple[float, int]:
    """The seconds that Argdown's own tool takes, and the bytes of its picture."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "made.argdown")
        file.write_text(write(map).text, encoding="utf-8")
        begun = perf_counter()
        subprocess.run([program, "map", "-f", "svg", file, folder], capture_output=True, check=True)
        return perf_counter() - begun, file.with_suffix(".svg").stat().st_size


def main() -> None:
    """Print a row for each engine and size, in seconds of elapsed time."""
    for size in SIZES:
        map = made(size)
        for engine in engines():
            if missing(engine):
                continue
            begun = perf_counter()
            text = "".join(svg(compose(of_claims(map, "made"), "down", engine), LIGHT))
            tell(size, engine, perf_counter() - begun, len(text))
        program = shutil.which("dot")
        if program:
            begun = perf_counter()
            done = subprocess.run(
                [program, "-Tsvg"], input=dot(map).encode(), capture_output=True, check=True
            )
            tell(size, "dot", perf_counter() - begun, len(done.stdout))
        program = shutil.which("argdown")
        if program:
            tell(size, "argdown", *official(program, map))


def tell(size: int, engine: str, seconds: float, length: int) -> None:
    """Print a row."""
    print(f"{size:6} {engine:10} {seconds:8.2f} s {length:10,} bytes")


if __name__ == "__main__":
    main()
