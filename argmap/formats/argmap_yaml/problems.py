"""What is wrong or noteworthy with the YAML notation: the codes, in words."""

from argmap.formats._findings import Codes

CODES: Codes = {
    "AY01": ("error", "{why}", "such a map is a YAML mapping with claims as its keys"),
    "AY02": (
        "error",
        "the key {key!r} is there twice; only its last value is read",
        "give each reason of a claim a key of its own",
    ),
    "AY03": (
        "error",
        "under the claim {claim!r} stands {value}, not a mapping of reasons",
        "it is left out; write `r1:` and the premises under it",
    ),
    "AY04": (
        "error",
        "under {key!r} stands {value}, not a mapping of claims",
        "it is left out; write each premise as a key, with a colon after it",
    ),
    "AY05": ("warning", "{key!r} has no claims under it", "it is left out"),
    "AY06": (
        "warning",
        "the key {key!r} is no reason or objection, which begin with r, o or -",
        "it is read as a reason",
    ),
    "AY07": ("warning", "this claim has no words", "it is read as a claim without a text"),
}
