"""What is wrong or noteworthy with AML: the codes, in words."""

from argmap.formats._findings import Codes

CODES: Codes = {
    "AM01": ("error", "{why}", "AML is XML whose outermost element is <ARG>"),
    "AM02": (
        "error",
        "the identifier {id!r} is already taken; this proposition is called {new!r}",
        "give each proposition an identifier of its own",
    ),
    "AM03": (
        "error",
        "this <AU> has no proposition, so that nothing can bear on it",
        "put a <PROP> first into it; what stands under it is read as claims",
    ),
    "AM04": ("warning", "the proposition {id!r} has no text", "give it a <PROPTEXT>"),
    "AM05": (
        "note",
        "the proposition {id!r} does not stand at {offset} in the text",
        "its claim has no anchor; the offset is kept among the data",
    ),
    "AM06": ("warning", "this <{name}> has nothing in it to bear on the proposition", ""),
    "AM07": ("warning", "<{name}> has no meaning here", "it is kept among the data, not read"),
}
