"""Proof standards: by how much a position must be the stronger one.

They are those of Carneades 4 (Gordon and Walton 2016), where the weight of a position is that of
its weightiest argument.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

Standard = Callable[[float, float], bool]
"""Whether a position of the first weight prevails against one of the second."""
_CLEAR_MARGIN = 0.5
_LEAST_DOUBT = 0.3


def preponderance(own: float, other: float) -> bool:
    """Whether the first weighs more."""
    return own > other


def clear_and_convincing(own: float, other: float) -> bool:
    """Whether the first weighs more by over a half."""
    return own - other > _CLEAR_MARGIN


def beyond_reasonable_doubt(own: float, other: float) -> bool:
    """Whether the first weighs more by over a half, and the second is less than 0.3."""
    return own - other > _CLEAR_MARGIN and other < _LEAST_DOUBT


STANDARDS: Mapping[str, Standard] = MappingProxyType(
    {"PE": preponderance, "CCE": clear_and_convincing, "BRD": beyond_reasonable_doubt}
)
"""The standards by the names that files give them."""
