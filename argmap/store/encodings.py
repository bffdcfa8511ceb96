"""The encodings that a text can be in, by name."""

_USUAL = (
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "ascii", "latin-1", "iso-8859-1",
    "iso-8859-2", "iso-8859-5", "iso-8859-7", "iso-8859-15", "windows-1250", "windows-1251",
    "windows-1252", "windows-1253", "windows-1254", "cp437", "cp850", "cp1252", "mac-roman",
    "koi8-r", "shift-jis", "euc-jp", "iso-2022-jp", "gb2312", "gbk", "gb18030", "big5", "euc-kr",
)  # fmt: skip


_FOR_NAMES = frozenset({"idna", "punycode", "undefined"})
"""What Python counts among encodings of text, and is made for names of hosts, or for nothing."""


def is_encoding(name: str) -> bool:
    """Whether a text can be in an encoding of that name: one that Python has for whole texts."""
    import codecs

    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return found._is_text_encoding and found.name not in _FOR_NAMES  # noqa: SLF001  # nothing public tells rot13 from an encoding


def nearest_encodings(name: str) -> list[str]:
    """The usual encodings that are called most like that, best first."""
    from argmap.query.search import nearest_names

    return nearest_names(name, _USUAL)
