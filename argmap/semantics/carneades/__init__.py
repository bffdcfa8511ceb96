"""Carneades: what stands as Carneades 4 evaluates a map (Gordon and Walton 2016).

Arguments have weights, which depend on what is in of their premises. Of the positions of an issue
the weightiest is in, if it prevails by the proof standard of the issue; if none does, all are out.
The labelling is the grounded one: what supports or undercuts only itself stays undecided. Schemes
derive further arguments first. What all relations of a map come to is said in `building`, the
rules of labelling in `labelling`, weights in `weighing`, standards in `standards`.
"""

from argmap.model.map import ArgumentMap
from argmap.semantics.carneades.verdict import Carneades, NotDone, Reason

__all__ = ["Carneades", "NotDone", "Reason", "carneades", "is_from_carneades"]


def is_from_carneades(map: ArgumentMap) -> bool:
    """Whether a map was written for Carneades, and so is meant as Carneades reads it."""
    from argmap.semantics.carneades.riding import is_carneades

    return is_carneades(map.data)


def carneades(map: ArgumentMap) -> Carneades:
    """The labels of all claims and relations, and what schemes derive.

    Linear in the map, but for what the weighing functions say of themselves and for deriving
    arguments, which is bounded.
    """
    from argmap.semantics.carneades.building import build
    from argmap.semantics.carneades.labelling import evaluate
    from argmap.semantics.carneades.reporting import report

    built = build(map)
    return report(map, built, evaluate(built.graph))
