"""What is wrong or noteworthy with a MindMup map: the codes, in words."""

from argmap.formats._findings import Codes

CODES: Codes = {
    "MM01": ("error", "{why}", "a MindMup map is a JSON object that has `ideas`"),
    "MM02": (
        "error",
        "the id {id!r} is already taken; this idea is called {new!r}",
        "give each idea an id of its own",
    ),
    "MM03": (
        "error",
        "{where} is not an object with a title",
        "it and what is under it is left out; the other ideas are read",
    ),
    "MM04": ("warning", "the group {id!r} has no ideas in it", "it is left out"),
    "MM05": (
        "error",
        "the group {id!r} is of the kind {kind!r}",
        "kinds are supporting and opposing; the ideas in it are read, and bear on nothing",
    ),
    "MM06": (
        "warning",
        "the idea {id!r} is in no group under {parent!r}, and so bears on nothing",
        "put it into a group; the idea that it stands under is kept among its data",
    ),
    "MM07": (
        "error",
        "the ideas of {id!r} are not an object",
        "they are left out; the other ideas are read",
    ),
}
