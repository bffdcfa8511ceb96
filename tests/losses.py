"""What reports of losses say."""

import re

from argmap.model.diagnostic import Diagnostic

_MESSAGE = re.compile(
    r"(?:dropped|only for argmap): (?P<number>\d+) (?P<what>[^()]+) \(.*\), "
    r".+? (?:cannot express|has no words for) (?P<them>[a-z ]+)",
    re.DOTALL,
)


def kind_of_loss(loss: Diagnostic) -> str:
    """The kind of things, in the plural, that are left out or only for argmap."""
    found = _MESSAGE.fullmatch(loss.message)
    assert found is not None, loss.message
    assert (found["them"] == "them") == (found["number"] != "1")
    return found["what"] if found["them"] == "them" else found["them"]
