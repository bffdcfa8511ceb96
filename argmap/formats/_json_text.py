"""JSON as text, read and written: letters as they are, what could upset a terminal as escapes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from math import isfinite
from typing import TYPE_CHECKING, Any

from argmap.formats._format import Source
from argmap.model.span import Span

if TYPE_CHECKING:
    from json import JSONDecoder, JSONEncoder

_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

_AT_A_TIME = 100


class NotJsonError(Exception):
    """A text that is not JSON, or holds what nobody's JSON holds; and the place where, if any."""

    def __init__(self, why: str, span: Span) -> None:
        super().__init__(why)
        self.span = span


def loaded(source: Source) -> object:
    """The value that a text spells; raises :class:`NotJsonError` if it spells none.

    Numbers are finite, so that whatever was read can be written.
    """
    from json import JSONDecodeError, loads

    text = source.text
    try:
        # Only `loads` tells that a text begins with a mark; it sets up a decoder for each text.
        return loads(text) if text.startswith("\ufeff") else decoder().decode(text)
    except JSONDecodeError as error:
        line, column = error.lineno, error.colno
        raise NotJsonError(why_not(error), Span(source.name, line, column, line, column)) from None
    except (ValueError, RecursionError) as error:
        raise NotJsonError(why_not(error), Span(source.name, 1, 1, 1, 1)) from None


def why_not(error: ValueError | RecursionError) -> str:
    """What is wrong with a text, if that was raised when it was taken for JSON."""
    from json import JSONDecodeError

    if isinstance(error, JSONDecodeError):
        return f"this is not JSON: {error.msg.lower()}"
    if isinstance(error, RecursionError):
        return "this JSON is nested too deeply to be a map"
    return "this JSON has a number that is none, or is too large"


@cache
def decoder() -> "JSONDecoder":
    """What makes values of texts, with finite numbers only; others are a :class:`ValueError`."""
    from json import JSONDecoder

    return JSONDecoder(parse_constant=_finite, parse_float=_finite)


def _finite(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise ValueError(digits)
    return value


def dumped(value: object, indent: int | None = None) -> str:
    """A value as JSON; what JSON has no type for is put as text."""
    return _safe(_usual_encoder(indent).encode(value))


@cache
def _usual_encoder(indent: int | None = None) -> "JSONEncoder":
    from json import JSONEncoder

    return JSONEncoder(ensure_ascii=False, indent=indent, default=str)


def in_pieces(document: Mapping[str, Any]) -> Iterator[str]:
    """An object as JSON, each item of its arrays and objects on a line of its own.

    Never more than a few items are put into text at a time, so that a large document needs no
    more memory than its data do; an array may be an iterator, whose items are made on the way.
    """
    encode = _encoder()
    if not document:
        yield "{}\n"
        return
    before = "{"
    for key, value in document.items():
        yield f"{before}\n{encode(key)}: "
        before = ","
        if isinstance(value, dict):
            yield from _lines((f"{encode(name)}: {encode(value[name])}" for name in value), "{}")
        elif isinstance(value, list | Iterator):
            yield from _lines((encode(item) for item in value), "[]")
        else:
            yield _safe(encode(value))
    yield "\n}\n"


def on_lines(values: Iterable[object]) -> Iterator[str]:
    """Each value as JSON on a line of its own, some at a time."""
    encode = _encoder()
    rest = iter(values)
    while some := list(islice(rest, _AT_A_TIME)):
        yield _safe("".join(f"{encode(value)}\n" for value in some))


def _encoder() -> Callable[[object], str]:
    """What puts one value after another into text.

    The standard library's encoder is made anew for each value that it is given, which takes as
    long as a small value does; the part of it that is written in C can be kept.
    """
    from json import encoder

    make = getattr(encoder, "c_make_encoder", None)
    if make is None:  # another Python than CPython
        return _usual_encoder().encode
    pieces = make({}, str, encoder.encode_basestring, None, ": ", ", ", False, False, True)
    return lambda value: "".join(pieces(value, 0))


def _lines(items: Iterator[str], brackets: str) -> Iterator[str]:
    before = brackets[0]
    while some := list(islice(items, _AT_A_TIME)):
        yield f"{before}\n" + _safe(",\n".join(some))
        before = ","
    yield f"\n{brackets[1]}" if before == "," else brackets


def _safe(text: str) -> str:
    if text.isascii() and "\x7f" not in text:
        return text
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
