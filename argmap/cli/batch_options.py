"""Seeing to it that what a batch is asked makes sense, before any map is read."""

from argmap.cli.batch_work import Question
from argmap.cli.batching import Wish
from argmap.cli.errors import UserError
from argmap.cli.input import known_encoding, known_format


def known(question: Question, wish: Wish) -> Question:
    """The question, in which all that is named exists.

    Raises :class:`UserError` if anything does not, or goes with another command.
    """
    known_format(question.from_format)
    known_encoding(question.encoding)
    _fitting(question, wish)
    if question.command == "evaluate":
        _require_semantics(question.semantics)
    if question.command == "convert":
        return _converting(question, wish)
    if question.command == "check":
        from argmap.cli.wanted import prefixes

        return question._replace(
            select=None if question.select is None else prefixes(question.select),
            ignore=None if question.ignore is None else prefixes(question.ignore),
        )
    return question


def _fitting(question: Question, wish: Wish) -> None:
    plain = Question(question.command, question.version)
    options = {
        "evaluate": ("semantics", "ties", "loops", "mode", "timeout"),
        "check": ("select", "ignore"),
        "convert": ("to", "strict"),
    }
    for command, names in options.items():
        for name in names:
            if command != question.command and getattr(question, name) != getattr(plain, name):
                raise UserError(f"--{name} goes with {command}")
    if wish.into and question.command != "convert":
        raise UserError("--into goes with convert")


def _require_semantics(name: str) -> None:
    from argmap.semantics.judgement import names

    if name in names():
        return
    from argmap.query.search import nearest_names

    near = nearest_names(name, {each: each for each in names()})
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names())}"
    raise UserError(f"there is no semantics {name!r}", hint)


def _converting(question: Question, wish: Wish) -> Question:
    from argmap.cli.converting import target_of

    if wish.into is None:
        raise UserError("--into FOLDER is missing", "converted maps go there")
    if not question.to:
        raise UserError("--to FORMAT is missing", "`argmap list formats` tells which there are")
    return question._replace(to=target_of("", question.to).name)
