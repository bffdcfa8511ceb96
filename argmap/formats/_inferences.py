"""Maps of statements and of arguments that name them, as the XML formats of Carneades have them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.formats._findings import Findings
from argmap.model.claim import NO_DATA, Claim
from argmap.model.draft import Draft
from argmap.model.relation import Relation
from argmap.model.span import Span

NEGATED = "It is not the case that: "
"""What the claim begins with that says the opposite of a statement."""


class Premise(NamedTuple):
    """A statement that an argument uses: as it is or denied, as a reason or as an exception."""

    statement: str
    positive: bool
    exception: bool
    span: Span
    data: Mapping[str, object]


class Inference(NamedTuple):
    """An argument as it is written; ``undercuts`` is the one that its conclusion says fails."""

    id: str
    conclusion: str
    premises: list[Premise]
    pro: bool
    scheme: str
    weight: str
    title: str
    span: Span
    data: dict[str, object]
    undercuts: str = ""


class Inferences:
    """The claims and relations of one graph, by the ids that they have in the file.

    ``codes`` are, by what they say, those of the format: ``taken`` for an id that is there twice,
    ``dangling`` for one that is not there, ``empty`` for an argument without premises, ``weight``
    for one that is no number from 0 to 1, ``denied`` for denied premises.
    """

    def __init__(
        self, draft: Draft, findings: Findings, format: str, codes: Mapping[str, str]
    ) -> None:
        self._draft = draft
        self._findings = findings
        self._format = format
        self._codes = codes
        self._claims: dict[str, Claim] = {}
        self._denials: dict[str, str] = {}

    def claim(self, claim: Claim) -> None:
        """Add a statement, with the id that it has in the file."""
        written = claim.id
        wanted = self._draft.reserve(written) if written else ""
        data = claim.data
        if wanted != written:
            data = self._with_id(data, written)
        if written in self._claims:
            self._report("taken", claim.span, what="statement", id=written, new=wanted)
        claim = self._draft.claim(claim._replace(id=wanted, data=data))
        self._claims.setdefault(written or claim.id, claim)

    def relations(self, inferences: list[Inference]) -> None:
        """Add the arguments: a relation for each, and an undercut for each exception.

        An argument may undercut a later one.
        """
        ids: dict[str, str] = {}
        named = []
        for number, inference in enumerate(inferences, 1):
            id = self._draft.reserve(inference.id or f"a{number}")
            if inference.id in ids:
                self._report("taken", inference.span, what="argument", id=inference.id, new=id)
            ids.setdefault(inference.id or id, id)
            named.append((id, inference))
        self._denials_of(inferences)
        sound = {id for id, inference in named if self._is_sound(inference, ids)}
        sound = self._grounded({id: ids.get(inf.undercuts, "") for id, inf in named if id in sound})
        for id, inference in named:
            if id in sound:
                self._relation(id, inference, ids)
            elif not self._reported(inference, ids):
                self._report("dangling", inference.span, id=inference.id, end=inference.undercuts)

    @staticmethod
    def _grounded(undercut: dict[str, str]) -> set[str]:
        """The arguments that bear on a statement, or on one that does."""
        attackers: dict[str, list[str]] = {}
        for id, target in undercut.items():
            attackers.setdefault(target, []).append(id)
        grounded: set[str] = set()
        waiting = list(attackers.get("", ()))
        while waiting:
            id = waiting.pop()
            grounded.add(id)
            waiting += attackers.get(id, ())
        return grounded

    def _denials_of(self, inferences: list[Inference]) -> None:
        """A claim for each statement that is used denied, which contradicts it."""
        for inference in inferences:
            for premise in inference.premises:
                written = premise.statement
                if premise.positive or written in self._denials or written not in self._claims:
                    continue
                of = self._claims[written]
                denial = self._draft.claim(
                    Claim(
                        self._draft.reserve(f"not-{of.id}"),
                        text=NEGATED + of.words,
                        section=of.section,
                        span=premise.span,
                        data={self._format: {"denies": written}},
                    )
                )
                self._denials[written] = denial.id
                id = self._draft.reserve(f"{denial.id}-{of.id}")
                self._draft.relation(
                    Relation(id, "contradiction", (denial.id,), of.id, span=premise.span)
                )
                self._report("denied", premise.span, id=written, new=denial.id)

    def _is_sound(self, inference: Inference, ids: Mapping[str, str]) -> bool:
        """Whether an argument has premises, and all that it names is there."""
        missing = list(self._missing(inference, ids))
        for end in missing:
            self._report("dangling", inference.span, id=inference.id, end=end)
        if missing:
            return False
        if all(premise.exception for premise in inference.premises):
            self._report("empty", inference.span, id=inference.id)
            return False
        return True

    def _reported(self, inference: Inference, ids: Mapping[str, str]) -> bool:
        empty = all(premise.exception for premise in inference.premises)
        return empty or any(True for _ in self._missing(inference, ids))

    def _missing(self, inference: Inference, ids: Mapping[str, str]) -> Iterator[str]:
        if inference.undercuts and inference.undercuts not in ids:
            yield inference.undercuts
        for name in (inference.conclusion, *(each.statement for each in inference.premises)):
            if name not in self._claims:
                yield name

    def _relation(self, id: str, inference: Inference, ids: Mapping[str, str]) -> None:
        data = dict(inference.data)
        if id != inference.id:
            data["id"] = inference.id
        ordinary = [premise for premise in inference.premises if not premise.exception]
        roles = [dict(each.data) for each in ordinary]
        if any(roles):
            data["premises"] = roles
        if inference.undercuts:
            data["conclusion"] = inference.conclusion
        target = ids[inference.undercuts] if inference.undercuts else ""
        self._draft.relation(
            Relation(
                id,
                "undercut" if target else "support" if inference.pro else "rebuttal",
                tuple(dict.fromkeys(map(self._premise, ordinary))),
                target or self._claims[inference.conclusion].id,
                "relation" if target else "claim",
                scheme=inference.scheme,
                weight=self._weight(inference, data),
                label=inference.title,
                span=inference.span,
                data={self._format: data} if data else NO_DATA,
            )
        )
        self._exceptions(id, inference)

    def _exceptions(self, id: str, inference: Inference) -> None:
        exceptions = [premise for premise in inference.premises if premise.exception]
        for number, premise in enumerate(exceptions, 1):
            self._draft.relation(
                Relation(
                    self._draft.reserve(f"{id}-exception-{number}"),
                    "undercut",
                    (self._premise(premise),),
                    id,
                    "relation",
                    span=premise.span,
                    data={self._format: dict(premise.data)} if premise.data else NO_DATA,
                )
            )

    def _premise(self, premise: Premise) -> str:
        positive = premise.positive
        return self._claims[premise.statement].id if positive else self._denials[premise.statement]

    def _weight(self, inference: Inference, data: dict[str, object]) -> float | None:
        if not inference.weight:
            return None
        try:
            weight = float(inference.weight)
        except ValueError:
            weight = -1.0
        if 0 <= weight <= 1:
            return weight
        data["weight"] = inference.weight
        self._report("weight", inference.span, id=inference.id, weight=inference.weight)
        return None

    def _with_id(self, data: Mapping[str, object], id: str) -> dict[str, object]:
        own = data.get(self._format)
        return {**data, self._format: {**(own if isinstance(own, dict) else {}), "id": id}}

    def _report(self, why: str, span: Span | None, **words: object) -> None:
        self._findings.add(self._codes[why], span, **words)
