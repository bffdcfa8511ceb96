"""What a check is, and how checks speak of claims."""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap

_LONGEST_NAME = 60
_MOST_NAMES = 3


class Check(NamedTuple):
    """One thing to look for in a map.

    ``code`` never changes once published; ``name`` is for people, in kebab case. ``run`` yields
    the findings in any order. What the check is about is told by the docstring of its module.
    """

    code: str
    name: str
    run: Callable[[ArgumentMap], Iterable[Diagnostic]]

    @property
    def explanation(self) -> str:
        """What it finds, why that matters, and a bad and a good example in Argdown."""
        return sys.modules[self.run.__module__].__doc__ or ""

    @property
    def summary(self) -> str:
        """The first line of the explanation, without its full stop."""
        return self.explanation.partition("\n")[0].removesuffix(".")


def name_of(claim: Claim) -> str:
    """A claim's title, or the beginning of its text, on one line and in quotation marks."""
    return quoted(claim.title or claim.words)


def is_stated(record: Claim | Argument) -> bool:
    """Whether a claim or an argument has words of its own, and is more than a title."""
    return bool(record.text or record.wordings)


def quoted(text: str) -> str:
    """A text, or its beginning, on one line and in quotation marks."""
    name = " ".join(text.split())
    if len(name) > _LONGEST_NAME:
        name = name[:_LONGEST_NAME].rpartition(" ")[0] or name[:_LONGEST_NAME]
        name += " …"
    return f"“{name}”"


def some_of(names: Sequence[str]) -> str:
    """The names in a row; of many the first few, and how many more there are."""
    rest = len(names) - _MOST_NAMES
    if rest > 1:
        return f"{', '.join(names[:_MOST_NAMES])} and {rest} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
