"""The time that a question may take, for some take longer than anyone can wait."""

from time import monotonic


class OutOfTimeError(Exception):
    """The answer was not found in time; nothing is known of it."""


class Deadline:
    """A point of time after which no more is tried."""

    __slots__ = ("_end",)

    def __init__(self, end: float | None) -> None:
        self._end = end

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """So many seconds from now."""
        return cls(monotonic() + seconds)

    def left(self) -> float | None:
        """The seconds that are left, or ``None`` if there is no end to them.

        Raises :class:`OutOfTimeError` if none are.
        """
        if self._end is None:
            return None
        left = self._end - monotonic()
        if left <= 0:
            raise OutOfTimeError
        return left


NEVER = Deadline(None)
"""However long it takes."""
