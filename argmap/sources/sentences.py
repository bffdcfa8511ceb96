"""Where sentences end, by rule."""

import re
from collections.abc import Iterator

_END = re.compile(
    r"(?P<stop>[.?!…]+|[。！？｡]+|[।॥؟۔]+)"
    r"(?P<shut>[\"'”’»›)\]}」』】）]*)"
    r"(?:\[\d{1,3}\])*[¹²³⁰⁴-⁹]*"
)
_NEXT = re.compile(r"\s+[\"'“‘„«‹(\[{「『¿¡—–\-]*(?P<word>\w{0,24})(?P<dot>[.?!…]?)")
_WORD_BEFORE = re.compile(r"[\w.]*$")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_BLANKS = re.compile(r"\s*")
_LOOK_BACK = 24


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEVER_LAST = _set("e.g i.e eg ie cf vs viz resp z.b d.h u.a bzw vgl p.ex")
_TITLES = _set(
    "mr mrs ms mx dr prof gen sen rep gov lt col capt cmdr adm maj sgt rev hon st mt messrs mme "
    "mlle sr sra hr fr pres supt"
)
_BEFORE_NUMBER = _set(
    "no nos nr fig figs eq eqs sec sect ch chap vol art par para p pp bd abs approx "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_STARTERS = _set(
    "The It This That These Those In On At He She We They You I But However And So Yet Or Then "
    "There Here For From As If When While After Before Although Because Since Its His Her Their "
    "Our My What Why How Who A An No Not Now Today Meanwhile Moreover Some Many Most All By With "
    "To"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence of one paragraph, without the white space between.

    A stop ends a sentence if white space and then no lower-case letter follow, except after
    abbreviations, initials and the number of a list item; a full-width stop always ends one.
    Closing quotes, brackets and note marks belong to the sentence that they follow. Linear.
    """
    start = len(text) - len(text.lstrip())
    last = len(text.rstrip())
    for match in _END.finditer(text):
        end = match.end()
        if end >= last:
            break
        if start < end and _ends(text, match, start):
            yield start, end
            start = _skip_blanks(text, end)
    if start < last:
        yield start, last


def _skip_blanks(text: str, start: int) -> int:
    match = _BLANKS.match(text, start)
    return match.end() if match else start


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    """Whether this stop, which is not the last of its paragraph, ends the sentence."""
    stop, shut = match["stop"], match["shut"]
    if stop[0] in "。！？｡":
        return True
    following = _NEXT.match(text, match.end())
    if not following:
        return False
    word = following["word"]
    if not word:
        return not following["dot"]
    if word[0].islower() or _is_omission(text, match):
        return False
    if stop != "." or shut:
        return True
    return _full_stop(text, match.start(), start, word, bool(following["dot"]))


def _is_omission(text: str, match: re.Match[str]) -> bool:
    """Whether this is the ``...`` of ``[...]``, which stands for words and not for an end."""
    opening = text[match.start() - 1 : match.start()]
    return opening in {"[", "("} and match["stop"] in {"…", "..."}


def _full_stop(text: str, stop: int, start: int, word: str, dotted: bool) -> bool:
    """Whether a single full stop before a capital, a digit or a caseless letter ends a sentence."""
    found = _WORD_BEFORE.search(text[max(start, stop - _LOOK_BACK) : stop])
    before = found[0] if found else ""
    low = before.lower()
    if low in _NEVER_LAST:
        return False
    if low in _BEFORE_NUMBER:
        return not word[0].isdigit()
    initial = len(before) == 1 and before.isupper() and before != "I"
    if initial or low in _TITLES or _DOTTED.fullmatch(before):
        return word in _STARTERS and not dotted
    return not (before.isdigit() and stop - len(before) == start)
