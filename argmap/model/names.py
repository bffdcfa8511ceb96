"""Ids and titles: making the one from the other, and comparing them as people do."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST_ID = 60
SEPARATOR = "/"
"""What stands between the name of a map and an id in it, where several maps are as one."""


def slug(words: str) -> str:
    """An id made of the words: lower case, hyphens between, at most 60 characters, whole words.

    Empty if there is no letter or digit in them.
    """
    name = _words(unicodedata.normalize("NFC", words).lower()).replace(" ", "-")
    if len(name) > _LONGEST_ID:
        name = name[: _LONGEST_ID + 1].rpartition("-")[0] or name[:_LONGEST_ID]
    return name


def fold(words: str) -> str:
    """The words as they compare: without case, punctuation, and differences of spacing."""
    return _words(unicodedata.normalize("NFKC", words).casefold())


def _words(text: str) -> str:
    """The words of a text, a blank between them; marks belong to the letters they stand on."""
    if not text.isascii():
        text = "".join(
            letter if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "
            for letter in text
        )
        return " ".join(text.split())
    return _NOT_WORD.sub(" ", text).strip()


class Names:
    """The ids taken so far, and new ones that differ from them all."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._last

    def take(self, wanted: str) -> str:
        """The wanted id, or the first of ``wanted-2``, ``wanted-3``, … that is free; now taken."""
        last = self._last
        name = wanted
        while name in last:
            last[wanted] += 1
            name = f"{wanted}-{last[wanted]}"
        last[name] = 1
        return name
