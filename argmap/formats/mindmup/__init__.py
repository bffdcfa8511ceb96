"""MindMup's argument maps: ideas, and groups of ideas that support or oppose the one above.

An idea is a claim; the ideas of one group are linked premises. A group within a group bears on the
step that the outer one is. An idea marked as implicit has the tag ``implicit``. What else MindMup
keeps of an idea, and how the map looks, is kept among the data.
"""

import re

from argmap.formats._format import Format, Reading, Source

_GROUP = re.compile(r'"group"\s*:\s*"(?:supporting|opposing)"')
_VERSION = re.compile(r'"formatVersion"\s*:\s*\d')


def _looks_like(text: str) -> bool:
    """Whether it is a JSON object with ideas in it, of a version or in argument groups."""
    if text.lstrip("\ufeff \t\r\n")[:1] != "{" or '"ideas"' not in text:
        return False
    return bool(_VERSION.search(text) or _GROUP.search(text))


def read(source: Source) -> Reading:
    """The map of a mind map; what is not as it should be is reported."""
    from argmap.formats.mindmup.reading import read as read_ideas

    return read_ideas(source)


FORMAT = Format(
    name="mindmup",
    title="MindMup",
    suffixes=(".mup", ".json"),
    looks_like=_looks_like,
    read=read,
)
