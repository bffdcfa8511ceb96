"""How slow this machine is, so that limits on effort tell linear from quadratic on any machine."""

from functools import cache
from time import process_time

_USUAL = 0.05


@cache
def pace() -> float:
    """What a second of a usual machine comes to here; never less than a second."""
    begun = process_time()
    total = 0
    for number in range(1_000_000):
        total += number % 7
    return max(1.0, (process_time() - begun) / _USUAL)
