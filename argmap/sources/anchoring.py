"""Making anchors: from a passage of a source text, what a claim keeps of it."""

from hashlib import sha256

from argmap.model.anchor import Anchor
from argmap.sources.nearest import nearest
from argmap.sources.passages import Passage, SourceText
from argmap.sources.wording import collapse

__all__ = ["anchor", "digest", "digest_collapsed", "nearest"]

_CONTEXT = 32


def digest(passage: str) -> str:
    """The first twelve hex digits of the SHA-256 of a passage.

    Taken of its UTF-8 after NFC, with each run of white space made one blank and none at the
    ends. (Piles of more than 64 marks on one letter are not normalised; no writing has them.)
    """
    return digest_collapsed(collapse(passage))


def digest_collapsed(words: str) -> str:
    """The digest of words that are collapsed already."""
    # Half of a surrogate pair has no UTF-8, but files hold such halves.
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def anchor(source: SourceText, passage: Passage, *, quote: bool = False) -> Anchor:
    """The anchor of a passage: its place, and either its span and hash or its very words.

    A quote that occurs elsewhere too has as much of what stands around it as tells it apart.
    """
    if not quote:
        return Anchor(
            place=source.place_of(passage.start),
            start=passage.start,
            end=passage.end,
            hash=digest(source.at(passage.start, passage.end)),
        )
    words = collapse(source.at(passage.start, passage.end))
    prefix, suffix = _context(source, passage, words)
    return Anchor(place=source.place_of(passage.start), quote=words, prefix=prefix, suffix=suffix)


def _context(source: SourceText, passage: Passage, words: str) -> tuple[str, str]:
    """The shortest of a few prefixes and suffixes that tell a passage from others like it.

    The context doubles each time: a logarithmic number of searches, each linear.
    """
    prefix = suffix = ""
    width = _CONTEXT
    while len(source.wording.occurrences(words, prefix, suffix)) > 1 and width < 2 * len(
        source.text
    ):
        prefix = collapse(source.at(passage.start - width, passage.start))
        suffix = collapse(source.at(passage.end, passage.end + width))
        width *= 2
    return prefix, suffix
