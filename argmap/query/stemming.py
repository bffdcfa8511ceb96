"""The stems of English words: what remains of them when their endings are taken off.

M. F. Porter, An algorithm for suffix stripping, Program 14 (1980).
"""

import re
from functools import cache

_VOWELS = frozenset("aeiou")
_CONSONANTAL = frozenset("wxy")
_SHORTEST = 3

_STEP_2 = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ("logi", "log"),
)  # fmt: skip
_STEP_3 = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"),
    ("ful", ""), ("ness", ""),
)  # fmt: skip
_STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip
_RUN = re.compile("v+c+")


@cache
def stem(word: str) -> str:
    """The stem of a word in small letters; other words than English ones stay nearly as they are.

    All words of a stem begin with all but the last letter of it.
    """
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return word
    word = _without_plural(word)
    word = _without_past(word)
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = f"{word[:-1]}i"
    word = _replaced(word, _STEP_2)
    word = _replaced(word, _STEP_3)
    return _without_e(_without_suffix(word))


def _kinds(word: str) -> str:
    """For each letter whether it is a vowel (v) or a consonant (c); y is what it is not after."""
    kinds: list[str] = []
    for place, letter in enumerate(word):
        vowel = letter in _VOWELS or (letter == "y" and place > 0 and kinds[-1] == "c")
        kinds.append("v" if vowel else "c")
    return "".join(kinds)


def _measure(word: str) -> int:
    """How often consonants follow on vowels."""
    return len(_RUN.findall(_kinds(word)))


def _has_vowel(word: str) -> bool:
    return "v" in _kinds(word)


def _is_doubled(word: str) -> bool:
    return word[-2:-1] == word[-1:] != "" and _kinds(word)[-1] == "c"


def _ends_short(word: str) -> bool:
    """Whether it ends with consonant, vowel, consonant, like *hop*."""
    return _kinds(word)[-3:] == "cvc" and word[-1] not in _CONSONANTAL


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    ending = next((end for end in ("ed", "ing") if word.endswith(end)), None)
    if ending is None or not _has_vowel(word[: -len(ending)]):
        return word
    word = word[: -len(ending)]
    if word.endswith(("at", "bl", "iz")):
        return f"{word}e"
    if _is_doubled(word) and word[-1] not in "lsz":
        return word[:-1]
    return f"{word}e" if _measure(word) == 1 and _ends_short(word) else word


def _replaced(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    """The word with the longest ending that it has replaced, if enough is before it."""
    fitting = [each for each in endings if word.endswith(each[0])]
    if not fitting:
        return word
    ending, new = max(fitting, key=lambda each: len(each[0]))
    before = word[: -len(ending)]
    return before + new if _measure(before) > 0 else word


def _without_suffix(word: str) -> str:
    fitting = [ending for ending in _STEP_4 if word.endswith(ending)]
    if not fitting:
        return word
    before = word[: -len(max(fitting, key=len))]
    if word.endswith("ion") and not before.endswith(("s", "t")):
        return word
    return before if _measure(before) > 1 else word


def _without_e(word: str) -> str:
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _ends_short(word[:-1])):
            word = word[:-1]
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
