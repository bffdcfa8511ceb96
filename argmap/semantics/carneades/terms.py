"""Terms: statements as Prolog writes them, like ``buy(volvo)`` or ``¬p``."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

Term = str | tuple["Term", ...]
"""A word, or a functor with what it is of."""
Bindings = dict[str, Term]
NOT = "¬"
LIST = "[]"
_DEEPEST = 60
_LARGEST = 1000
_TOKEN = re.compile(
    r"""\s*(?:(¬|[()\[\],]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\s()\[\],'"¬]+)|(\S))"""
)


def parsed(text: str) -> Term | None:
    """The term that a text is; none if it is no term, or one in more than 60 others."""
    tokens = []
    for token, stray in _TOKEN.findall(text):
        if stray:
            return None
        tokens.append(token)
    tokens.reverse()
    term = _take(tokens, 0)
    return None if tokens else term


def _take(tokens: list[str], depth: int) -> Term | None:
    """The term that the tokens begin with; they are in reverse, and used up."""
    if not tokens or depth > _DEEPEST:
        return None
    word = tokens.pop()
    if word == NOT:
        negated = _take(tokens, depth + 1)
        return None if negated is None else (NOT, negated)
    if word == "[":
        return _take_rest(LIST, "]", tokens, depth)
    if word in {"(", ")", "]", ","}:
        return None
    if tokens and tokens[-1] == "(":
        tokens.pop()
        return _take_rest(word, ")", tokens, depth)
    return word


def _take_rest(functor: str, end: str, tokens: list[str], depth: int) -> Term | None:
    """The compound whose arguments the tokens begin with."""
    found: list[Term] = [functor]
    if tokens and tokens[-1] == end:
        tokens.pop()
        return tuple(found)
    while True:
        term = _take(tokens, depth + 1)
        separator = tokens.pop() if tokens else ""
        if term is None or separator not in {",", end}:
            return None
        found.append(term)
        if separator == end:
            return tuple(found)


def spelt(term: Term) -> str:
    """A term as Carneades writes it, without any space."""
    if isinstance(term, str):
        return term
    functor, *rest = map(spelt, term)
    if functor == NOT and len(rest) == 1:
        return NOT + rest[0]
    inside = ",".join(rest)
    return f"[{inside}]" if functor == LIST else f"{functor}({inside})"


def normal(text: str) -> str:
    """A text as it is spelt if it is a term, else as it is."""
    if "(" not in text and "[" not in text:
        return text
    term = parsed(text)
    return text if term is None else spelt(term)


def is_small(term: Term) -> bool:
    """Whether a term has at most 1000 parts, and none in more than 60 others."""
    waiting = [(term, 0)]
    for _ in range(_LARGEST):
        if not waiting:
            return True
        part, depth = waiting.pop()
        if depth > _DEEPEST:
            return False
        if not isinstance(part, str):
            waiting += ((inner, depth + 1) for inner in part[1:])
    return not waiting


def shape(term: Term) -> tuple[str, int]:
    """The functor of a term and how many arguments it has."""
    if isinstance(term, str):
        return term, 0
    functor = term[0]
    return (functor if isinstance(functor, str) else ""), len(term) - 1


def last_argument(term: Term) -> str:
    """What a term says of its first argument: ``medium`` of ``price(volvo,medium)``."""
    return "" if isinstance(term, str) else spelt(term[-1])


def is_variable(word: str) -> bool:
    """Whether Prolog takes a word for a variable."""
    return word[:1] == "_" or word[:1].isupper()


def variables(term: Term) -> Iterator[str]:
    """The variables in a term."""
    if isinstance(term, str):
        if is_variable(term):
            yield term
    else:
        for part in term[1:]:
            yield from variables(part)


def match(
    pattern: Term, term: Term, bound: Mapping[str, Term], among: Callable[[str], bool] = is_variable
) -> Bindings | None:
    """The bindings with which a pattern is the term, if there are any; ``among`` are variables."""
    found: Bindings = dict(bound)
    pairs = [(pattern, term)]
    while pairs:
        one, other = pairs.pop()
        if isinstance(one, str):
            if not among(one):
                if one != other:
                    return None
            elif found.setdefault(one, other) != other:
                return None
        elif isinstance(other, str) or len(one) != len(other) or one[0] != other[0]:
            return None
        else:
            pairs += zip(one[1:], other[1:], strict=True)
    return found


def substituted(pattern: Term, bound: Mapping[str, Term]) -> Term:
    """A pattern with its variables replaced by what they are bound to."""
    if isinstance(pattern, str):
        return bound.get(pattern, pattern)
    return (pattern[0], *(substituted(part, bound) for part in pattern[1:]))


def is_bound(pattern: Term, bound: Collection[str]) -> bool:
    """Whether all variables of a pattern are bound."""
    return all(variable in bound for variable in variables(pattern))
