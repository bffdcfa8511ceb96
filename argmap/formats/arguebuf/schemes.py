"""Schemes as Arguebuf has them: by a type, and for supports one of Walton's."""

import re
from collections.abc import Mapping
from typing import Any

from argmap.formats._node_graph import Node
from argmap.model.relation import AGAINST, Kind, TargetType

_TYPES: Mapping[str, Kind] = {
    "support": "support", "attack": "rebuttal", "rephrase": "equivalence",
}  # fmt: skip
_SUPPORTS = frozenset(
    """
    position_to_know expert_opinion witness_testimony popular_opinion popular_practice example
    analogy practical_reasoning_from_analogy composition division oppositions
    rhetorical_oppositions alternatives verbal_classification verbal_classification_definition
    verbal_classification_vagueness verbal_classification_arbitrariness
    interaction_of_act_and_person values positive_values negative_values sacrifice
    the_group_and_its_members practical_reasoning two_person_practical_reasoning waste sunk_costs
    ignorance epistemic_ignorance cause_to_effect correlation_to_cause sign abductive
    evidence_to_hypothesis consequences positive_consequences negative_consequences
    pragmatic_alternatives threat fear_appeal danger_appeal need_for_help distress commitment
    ethotic generic_ad_hominem pragmatic_inconsistency inconsistent_commitment
    circumstantial_ad_hominem bias bias_ad_hominem gradualism slippery_slope
    precedent_slippery_slope sorites_slippery_slope verbal_slippery_slope full_slippery_slope
    constitutive_rule_claims rules exceptional_case precedent plea_for_excuse perception memory
    """.split()  # noqa: SIM905  # sixty quoted words are no better to read
)
"""Walton's schemes, as Arguebuf spells them."""
_SMALL = frozenset({"ad", "and", "for", "from", "its", "of", "the", "to"})
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NOT_WORD = re.compile(r"[\W_]+")
_PREFIX = re.compile(r"^(?:argument|appeal)_(?:from|to|by)_|^argument_|_scheme$|_argument$")


def kind_of(scheme: Mapping[str, Any], target_type: TargetType) -> tuple[Kind, str] | None:
    """What kind of relation a scheme is, and its name in words; none for a preference.

    One without a type is a support.
    """
    if "preference" in scheme:
        return None
    for type, kind in _TYPES.items():
        value = scheme.get(type)
        if value is not None:
            told = value if isinstance(value, str) else ""
            name = told.removeprefix(f"{type.upper()}_")
            plain: Kind = "undercut" if kind == "rebuttal" and target_type == "relation" else kind
            return plain, "" if name == "DEFAULT" else _in_words(name)
    return "support", ""


def _in_words(name: str) -> str:
    words = name.lower().split("_")
    return " ".join(
        word if word in _SMALL and number else word.capitalize()
        for number, word in enumerate(words)
    )


def scheme_of(kind: Kind, name: str) -> Node:
    """The scheme of a relation; a name that Arguebuf does not have comes to the default."""
    type = "attack" if kind in AGAINST else "rephrase" if kind == "equivalence" else "support"
    known = _spelt(name) if type == "support" else ""
    return {type: f"{type.upper()}_{known.upper() or 'DEFAULT'}"}


def _spelt(name: str) -> str:
    """A name as Arguebuf spells it; empty if it has no such scheme."""
    word = _NOT_WORD.sub("_", _HUMP.sub("_", name)).strip("_").lower()
    for spelt in (word, _PREFIX.sub("", word)):
        if spelt in _SUPPORTS:
            return spelt
    return ""
