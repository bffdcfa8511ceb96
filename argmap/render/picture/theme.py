"""Colours: a light and a dark set, that people who see few colours can tell apart as well."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model.relation import Kind
from argmap.render.picture.content import Role, Verdict


class Paint(NamedTuple):
    """The colours of a box: its inside, its border, its words."""

    fill: str
    stroke: str
    text: str


class Theme(NamedTuple):
    """The colours of a picture."""

    background: str
    text: str
    muted: str
    frame: Paint
    roles: Mapping[Role, Paint]
    kinds: Mapping[Kind, str]
    verdicts: Mapping[Verdict, str]


# The hues are those of Okabe and Ito's palette, darkened or lightened until they stand out from
# the background by at least 4.5 to 1.
LIGHT = Theme(
    "#ffffff",
    "#111827",
    "#4b5563",
    Paint("#f6f8fb", "#cbd5e1", "#334155"),
    {
        "claim": Paint("#ffffff", "#64748b", "#111827"),
        "thesis": Paint("#1f2937", "#111827", "#ffffff"),
        "argument": Paint("#eef2f7", "#334155", "#111827"),
        "group": Paint("#fdf6e3", "#92722c", "#111827"),
    },
    {
        "support": "#00735c",
        "rebuttal": "#c2410c",
        "undercut": "#7e3f9d",
        "contrary": "#a8325e",
        "contradiction": "#a8325e",
        "entailment": "#0a5fa5",
        "equivalence": "#0a5fa5",
    },
    {"in": "#00735c", "out": "#c2410c", "undecided": "#6b5b00"},
)
DARK = Theme(
    "#0f172a",
    "#e5e7eb",
    "#a3afc0",
    Paint("#141e33", "#33415c", "#cbd5e1"),
    {
        "claim": Paint("#1e293b", "#7a8aa3", "#eef2f7"),
        "thesis": Paint("#e5e7eb", "#ffffff", "#0f172a"),
        "argument": Paint("#26344d", "#a3afc0", "#eef2f7"),
        "group": Paint("#332c17", "#c9a94f", "#eef2f7"),
    },
    {
        "support": "#3fcfa8",
        "rebuttal": "#ff9256",
        "undercut": "#cfa3ea",
        "contrary": "#f79bbd",
        "contradiction": "#f79bbd",
        "entailment": "#74bdf5",
        "equivalence": "#74bdf5",
    },
    {"in": "#3fcfa8", "out": "#ff9256", "undecided": "#e0cc6a"},
)
THEMES = {"light": LIGHT, "dark": DARK}
"""The sets by name."""
