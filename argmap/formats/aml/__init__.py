"""AML: the Argument Markup Language of Araucaria.

Each proposition is a claim. What stands in one <LA> are linked premises, in <CA> each is a step of
its own, and a <REFUTATION> is a rebuttal. Who said it is ``speaker`` among the data; a proposition
that the text only implies has the tag ``implicit``.
"""

from argmap.formats._format import Format, Reading, Source


def _looks_like(text: str) -> bool:
    """Whether it is XML whose outermost element is <ARG>."""
    if "<ARG" not in text[:20_000]:
        return False
    from argmap.formats._xml_text import root_name

    return root_name(text) == "ARG"


def read(source: Source) -> Reading:
    """The map of an analysed text; what is not as it should be is reported."""
    from argmap.formats.aml.reading import read as read_analysis

    return read_analysis(source)


FORMAT = Format(
    name="aml",
    title="Araucaria AML",
    suffixes=(".aml", ".xml"),
    looks_like=_looks_like,
    read=read,
)
