"""The passages of a source text that are asked for."""

from argmap.cli.errors import UserError, tell
from argmap.cli.input import open_map
from argmap.cli.options import MapChoice
from argmap.sources.passages import Passage, SourceText, parse_place


def passages_asked(
    source: SourceText, asked: str | None, choice: MapChoice, *, uncovered: bool
) -> list[Passage]:
    """All sentences, those in no claim, or the passage that is named by place or words.

    Raises :class:`UserError` with the nearest passage if there is none such.
    """
    if uncovered:
        from argmap.sources.verifying import uncovered as left_over

        return left_over(open_map(choice).map, source)
    if asked is None:
        return [sentence for sentence in source.sentences if sentence.place != "¶0"]
    found = source.passage(asked) if parse_place(asked) else source.find(asked)
    if found is not None:
        others = 0 if parse_place(asked) else len(source.wording.occurrences(asked, "", "")) - 1
        if others > 0:
            tell(f"these words stand at {others + 1} places; this is the first")
        return [found]
    from argmap.sources.nearest import nearest

    near = nearest(source, asked)
    hint = f"the nearest passage is {near.place}: {near.text}" if near else ""
    raise UserError(f"{asked!r} is not in {source.name}", hint, exit_code=1)
