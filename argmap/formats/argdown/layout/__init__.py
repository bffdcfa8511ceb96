"""The canonical layout of Argdown: text in, text out, and every word where it was.

A step of indentation is two blanks. A relation stands one step further in than what it relates to;
everything else begins its line. Where a text goes on over several lines, these stand one step
further in than its marker, or flush where it has none. One blank follows a marker, and the colon of
a definition. At most two empty lines follow each other, and at least one the front matter. Comments
on lines of their own are indented like what follows them. What is inside of metadata, comments and
front matter stays as it is, and so do line breaks, symbols, and the blanks within a line.
"""

from typing import NamedTuple

from argmap.formats._format import Source
from argmap.formats.argdown.layout.arrange import arranged
from argmap.formats.argdown.layout.sameness import Read, first_difference
from argmap.formats.argdown.parser import parse
from argmap.formats.argdown.problems import problem
from argmap.model.diagnostic import Diagnostic, failures
from argmap.model.span import Span


class LaidOut(NamedTuple):
    """A text in its canonical layout; or the text as it was, and why it has to stay so."""

    text: str
    problems: list[Diagnostic]


def lay_out(source: Source) -> LaidOut:
    """The text of a source in its canonical layout, with nothing else changed.

    A text that has errors is left as it is, and so is one that would not be read in the same way
    afterwards; what a file that it includes says is no error of its own. The cost is linear.
    """
    document, diagnostics = parse(source)
    wrong = [each for each in failures(diagnostics) if _concerns(each, source)]
    if wrong:
        return LaidOut(source.text, wrong)
    text = arranged(source, document)
    if text == source.text:
        return LaidOut(text, [])
    again = source._replace(text=text)
    line = first_difference(Read(source, document), Read(again, parse(again)[0]))
    if line:
        span = Span(source.name, line, 1, line, 1)
        return LaidOut(source.text, [problem("AD34", span)])
    return LaidOut(text, [])


def _concerns(diagnostic: Diagnostic, source: Source) -> bool:
    """Whether a diagnostic is about the layout of this very text."""
    here = diagnostic.span is None or diagnostic.span.file == source.name
    return here and diagnostic.code != "AD15"
