"""The one way in which each inference is written."""

from collections.abc import Sequence

from argmap.formats.argdown.layout.roles import BLANKS
from argmap.formats.argdown.lines import BLANK
from argmap.formats.argdown.scan import BLANKED


def inference_lines(blanked: Sequence[str], texts: Sequence[str]) -> list[str]:
    """The lines of an inference: ``----``, or ``-- rules --``, or rules between lines of ``--``.

    Rules that stand on one line are put between the hyphens on that line. ``blanked`` are the
    lines of the inference with comments blanked, ``texts`` the same lines as they are.
    """
    closed = len(blanked[-1].rstrip(BLANK))
    comment = texts[-1][closed:].strip(BLANKS)
    said: list[str] = []
    commented = False
    for number, line in enumerate(blanked):
        last = number == len(blanked) - 1
        text = line[:closed].rstrip(BLANKS + "-") if last else line.rstrip(BLANKS)
        start = len(text) - len(text.lstrip(BLANKS if number else BLANKS + "-"))
        if words := texts[number][start : len(text)].strip(BLANKS):
            said.append(words)
            commented = text.endswith(BLANKED)
    if not said:
        lines = ["----"]
    elif len(said) == 1 and not commented:
        lines = [f"-- {said[0]} --"]
    else:
        lines = ["--", *said, "--"]  # what follows a comment on its line might become part of it
    return [*lines[:-1], f"{lines[-1]} {comment}"] if comment else lines
