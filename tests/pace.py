"""How slow this machine is, so that limits on effort tell linear from quadratic on any machine."""

from functools import cache
from time import process_time

_USUAL = 0.05
_HEADROOM = 2


@cache
def pace() -> float:
    """What a second of a usual machine comes to here, with room to spare: at least two seconds."""
    begun = process_time()
    total = 0
    for number in range(1_000_000):
        total += number % 7
    return _HEADROOM * max(1.0, (process_time() - begun) / _USUAL)
