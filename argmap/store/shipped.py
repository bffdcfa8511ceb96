"""The maps that come with argmap."""

import os
from typing import NamedTuple

DEFAULT = "cyber-diplomacy"
_PACKAGE = os.path.dirname(os.path.dirname(__file__))


class Shipped(NamedTuple):
    """A shipped map: the name it goes by, and its file."""

    name: str
    path: str


def shipped() -> list[Shipped]:
    """The shipped maps, by name.

    In an installed package they are inside it, in a checkout beside it.
    """
    for folder in (os.path.join(_PACKAGE, "corpus"), os.path.join(_PACKAGE, os.pardir, "corpus")):
        if os.path.isdir(folder):
            files = sorted(os.listdir(folder))
            return [
                Shipped(file.removesuffix(".argdown"), os.path.normpath(os.path.join(folder, file)))
                for file in files
                if file.endswith(".argdown")
            ]
    return []
