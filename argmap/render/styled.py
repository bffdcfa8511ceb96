"""Lines with colour; the only module that knows rich."""

from collections.abc import Iterable

from argmap.render.lines import Line, Style, visible

# The sixteen colours that a terminal's own theme defines, so that they suit light and dark.
_STYLES: dict[Style, str] = {
    "root": "bold",
    "heading": "bold underline",
    "for": "green",
    "against": "red",
    "undercut": "magenta",
    "id": "cyan",
    "tag": "cyan",
    "dim": "dim",
    "reference": "dim",
    "code": "bold",
    "error": "bold red",
    "warning": "bold magenta",
    "note": "bold cyan",
}


def styled(lines: Iterable[Line]) -> str:
    """The lines with ANSI escapes for their styles; nothing in the text is taken for markup."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(
        file=out, force_terminal=True, color_system="standard", no_color=False, width=10**9,
        markup=False, emoji=False, highlight=False, soft_wrap=True, legacy_windows=False,
    )  # fmt: skip
    for line in lines:
        text = Text(end="\n")
        for segment in line:
            text.append(visible(segment.text), _STYLES.get(segment.style))
        text.rstrip()
        console.print(text)
    return out.getvalue()
