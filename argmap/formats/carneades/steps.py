"""Arguments of a Carneades file, and the records that they come to."""

from typing import NamedTuple

from argmap.formats.carneades.riding import KEY, Data
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.relation import Relation
from argmap.model.span import Span


class Step(NamedTuple):
    """An argument; ``rest`` is what no record has room for."""

    key: str
    premises: list[str]
    conclusion: str
    scheme: str
    weight: float | None
    undercutter: str
    data: Data
    rest: Data


def add_step(draft: Draft, step: Step, span: Span) -> None:
    """Add what an argument comes to; its statements are in the draft."""
    name = draft.reserve(step.key)
    if len(step.premises) > 1 and step.scheme == "convergent":
        relations = _add_convergent(draft, step, name, span)
    else:
        relations = [_add_linked(draft, step, name, span)]
    for id in relations if step.undercutter else ():
        wanted = draft.reserve(f"{id}.undercut")
        premises = (step.undercutter,)
        draft.relation(Relation(wanted, "undercut", premises, id, "relation", span=span))


def _add_convergent(draft: Draft, step: Step, name: str, span: Span) -> list[str]:
    """A support from each premise, and the argument that they are."""
    weight = {} if step.weight is None else {"weight": step.weight}
    ids = [draft.reserve(f"{name}.{number}") for number, _ in enumerate(step.premises, 1)]
    for id, premise in zip(ids, step.premises, strict=True):
        target, scheme = step.conclusion, step.scheme
        draft.relation(Relation(id, "support", (premise,), target, scheme=scheme, span=span))
    data = _data(step, name, {**step.rest, **weight})
    draft.argument(Argument(name, relations=tuple(ids), span=span, data=data))
    return ids


def _add_linked(draft: Draft, step: Step, name: str, span: Span) -> str:
    """One support; of an argument without premises, which stands for itself."""
    id, premises = name, tuple(step.premises)
    if not premises:
        draft.claim(Claim(name, span=span, data={"assumed": True}))
        id, premises = draft.reserve(f"{name}.1"), (name,)
    draft.relation(
        Relation(
            id,
            "support",
            premises,
            step.conclusion,
            scheme=step.scheme,
            weight=step.weight,
            span=span,
            data=_data(step, name, step.rest),
        )
    )
    if not step.premises:
        draft.argument(Argument("", relations=(id,), gist=name, span=span))
    return id


def _data(step: Step, name: str, rest: Data) -> Data:
    kept: Data = {"argument": rest} if rest else {}
    if name != step.key:
        kept["id"] = step.key
    return {**step.data, KEY: kept} if kept else step.data
