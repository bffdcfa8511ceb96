"""What a check is, and how checks speak of claims."""

import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap

_LONGEST_NAME = 60


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
    name = " ".join((claim.title or claim.words).split())
    if len(name) > _LONGEST_NAME:
        name = name[:_LONGEST_NAME].rpartition(" ")[0] or name[:_LONGEST_NAME]
        name += " …"
    return f"“{name}”"
