"""Where in its source text a claim is made."""

from typing import NamedTuple


class Anchor(NamedTuple):
    """A pointer from a claim into the text that it was taken from.

    Either ``quote`` holds the words themselves, with ``prefix`` and ``suffix`` to tell equal
    passages apart (the TextQuoteSelector of the W3C Web Annotation Data Model, §4.2.4), or
    ``start``, ``end`` and ``hash`` identify the passage where its words may not be copied.

    ``start`` and ``end`` are offsets in characters of the decoded text with ``\\n`` line ends,
    ``end`` exclusive. ``hash`` is the first twelve hex digits of the SHA-256 of the passage,
    NFC-normalised and with each run of white space made one blank. ``place`` is for people:
    ``¶11.1`` is the first sentence of the eleventh paragraph, the title not counted.
    """

    place: str = ""
    start: int | None = None
    end: int | None = None
    hash: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
