"""What the shell offers when TAB is pressed: the same names that the commands take."""

from typing import Any

Offer = list[tuple[str, str]]


def _map(context: Any) -> Any:  # noqa: ANN401  # Typer's context and a map, both light to import late
    """The map that the command line so far asks; whatever is wrong with it is not told here."""
    from contextlib import redirect_stderr
    from io import StringIO

    from argmap.cli.errors import UserError
    from argmap.cli.input import ask_map
    from argmap.cli.options import MapChoice
    from argmap.model.map import ArgumentMap

    choice = MapChoice(context.params.get("map"), context.params.get("from_format"))
    try:
        with redirect_stderr(StringIO()):
            return ask_map(choice).whole
    except UserError:
        return ArgumentMap(())


def _starting(offers: Offer, incomplete: str) -> Offer:
    return [offer for offer in offers if offer[0].startswith(incomplete)]


def complete_claims(ctx: Any, incomplete: str) -> Offer:  # noqa: ANN401
    """The ids of claims."""
    claims = _map(ctx).claims.values()
    return _starting([(claim.id, claim.words) for claim in claims], incomplete)


def complete_groups(ctx: Any, incomplete: str) -> Offer:  # noqa: ANN401
    """The ids of tags and sections."""
    from argmap.query.groups import groups

    return _starting([(group.id, group.title) for group in groups(_map(ctx))], incomplete)


def complete_shown(ctx: Any, incomplete: str) -> Offer:  # noqa: ANN401
    """Everything that ``show`` takes: groups, then claims and arguments."""
    arguments = [
        (argument.id, argument.title)
        for argument in _map(ctx).arguments.values()
        if argument.gist is None
    ]
    offers = complete_groups(ctx, incomplete) + complete_claims(ctx, incomplete)
    return offers + _starting(arguments, incomplete)


def complete_maps(incomplete: str) -> Offer:
    """The names of shipped maps; the shell itself offers files."""
    from argmap.store.shipped import shipped

    return _starting([(each.name, "shipped with argmap") for each in shipped()], incomplete)


def complete_formats(incomplete: str) -> Offer:
    """The names of formats."""
    from argmap.formats import all_formats

    return _starting([(each.name, each.title) for each in all_formats()], incomplete)


def complete_schemas(incomplete: str) -> Offer:
    """The names of schemas."""
    from argmap.contract.shipped import names

    return _starting([(name, "") for name in names()], incomplete)


def complete_codes(incomplete: str) -> Offer:
    """The codes of diagnostics, and their names."""
    from argmap.diagnostics.explanation import names

    known = names()
    return _starting([*known.items(), *((known[code], code) for code in known)], incomplete)


def complete_semantics(incomplete: str) -> Offer:
    """The names of semantics."""
    from argmap.semantics.judgement import names

    return _starting([(name, "") for name in names()], incomplete)


def complete_kinds(incomplete: str) -> Offer:
    """The kinds of relations."""
    from argmap.model.relation import KINDS

    return _starting([(kind, "") for kind in KINDS], incomplete)
