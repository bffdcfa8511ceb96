"""Building a map: names are settled and references checked here, in one place for all readers."""

from collections.abc import Mapping

from argmap.model.argument import Argument
from argmap.model.claim import NO_DATA, Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap, arguments_among
from argmap.model.names import Names, slug
from argmap.model.relation import Relation
from argmap.model.section import Section
from argmap.model.span import Span


class Draft:
    """A map in the making.

    Records are added with the ids that they ask for (an empty id asks for one made from the
    title or the first words) and come back with the ids that they got. Nothing added is lost:
    a second record with a taken id gets a new one and a diagnostic; a relation whose ends do not
    exist is left out of the map and reported when it is built.
    """

    def __init__(self, name: str = "", data: Mapping[str, object] = NO_DATA) -> None:
        self.name = name
        self.data = data
        self.diagnostics: list[Diagnostic] = []
        self._names = Names()
        self._reserved: set[str] = set()
        self._section_names = Names()
        self._claims: dict[str, Claim] = {}
        self._relations: dict[str, Relation] = {}
        self._arguments: dict[str, Argument] = {}
        self._sections: dict[str, Section] = {}

    def reserve(self, wanted: str) -> str:
        """An id that no other record gets, for a record that is added with it later."""
        id = self._names.take(wanted)
        self._reserved.add(id)
        return id

    def claim(self, claim: Claim) -> Claim:
        """Add a claim, with an id made from its title or else its first words if it has none."""
        given = claim.id or slug(claim.title) or slug(claim.text) or "claim"
        id = self._settle(given, "claim", claim)
        claim = claim if id == claim.id else claim._replace(id=id)
        self._claims[claim.id] = claim
        return claim

    def relation(self, relation: Relation) -> Relation:
        """Add a relation; without an id it is called ``r1``, ``r2``, … as it is numbered."""
        given = relation.id or f"r{len(self._relations) + 1}"
        id = self._settle(given, "relation", relation)
        relation = relation if id == relation.id else relation._replace(id=id)
        self._relations[relation.id] = relation
        return relation

    def argument(self, argument: Argument) -> Argument:
        """Add an argument; one with a gist takes the gist's id."""
        given = argument.gist or argument.id or slug(argument.title) or "argument"
        if given not in self._claims or given != argument.gist or given in self._arguments:
            given = self._settle(given, "argument", argument)
        argument = argument._replace(id=given)
        self._arguments[argument.id] = argument
        return argument

    def section(self, section: Section) -> Section:
        """Add a section; its id is made from its title unless it has one."""
        given = section.id or slug(section.title) or "section"
        section = section._replace(id=self._section_names.take(given))
        self._sections[section.id] = section
        return section

    def build(self) -> tuple[ArgumentMap, list[Diagnostic]]:
        """The map of all that was added, and what was wrong with it.

        Linear in the number of records: a relation goes if an end of it does not exist, and so
        does each relation that targets it; other records only lose what they wrongly refer to.
        """
        lost = self._leading_nowhere()
        kept = self._relations
        if lost:
            kept = {id: relation for id, relation in kept.items() if id not in lost}
        whole = ArgumentMap(
            map(self._placed_claim, self._claims.values()),
            kept.values(),
            arguments_among(self._arguments.values(), self._claims, kept),
            map(self._placed_section, self._sections.values()),
            name=self.name,
            data=self.data,
        )
        self.diagnostics += map(self._dangling, lost.values())
        for argument in self._arguments.values():
            gone = [step for step in argument.relations if step not in self._relations]
            gone += [argument.gist] if argument.gist and argument.gist not in self._claims else []
            gone += [claim for claim in argument.statements if claim not in self._claims]
            if gone:
                self._report_lost(f"the argument {argument.id!r}", gone, argument.span)
        return whole, self.diagnostics

    def _leading_nowhere(self) -> dict[str, Relation]:
        """The relations that do not lead from claims of the map to a claim of it."""
        claims, is_claim = self._claims, self._claims.__contains__
        lost: dict[str, Relation] = {}
        on_steps: dict[str, list[str]] = {}
        for id, relation in self._relations.items():
            sound = all(map(is_claim, relation.premises))
            if sound and relation.target_type == "claim" and relation.target in claims:
                continue
            lost[id] = relation
            if sound and relation.target_type == "relation":
                on_steps.setdefault(relation.target, []).append(id)
        waiting = [step for step in on_steps if step in self._relations and step not in lost]
        for step in waiting:  # grows under way
            for id in on_steps.get(step, ()):
                del lost[id]
                waiting.append(id)
        return lost

    def _placed_claim(self, claim: Claim) -> Claim:
        if claim.section is None or claim.section in self._sections:
            return claim
        self._report_lost(f"the claim {claim.id!r}", [claim.section], claim.span)
        return claim._replace(section=None)

    def _placed_section(self, section: Section) -> Section:
        if section.parent is None or section.parent in self._sections:
            return section
        self._report_lost(f"the section {section.id!r}", [section.parent], section.span)
        return section._replace(parent=None)

    def _report_lost(self, what: str, gone: list[str], span: Span | None) -> None:
        names = ", ".join(map(repr, gone))
        message = f"{what} refers to {names}, which the map does not have"
        hint = "add what is missing; everything else is read"
        self.diagnostics.append(Diagnostic("MAP03", "error", message, span, hint))

    def _settle(self, wanted: str, what: str, record: Claim | Relation | Argument) -> str:
        if wanted in self._reserved:
            self._reserved.discard(wanted)
            return wanted
        got = self._names.take(wanted)
        if got != wanted and record.id:
            self.diagnostics.append(
                Diagnostic(
                    "MAP02",
                    "error",
                    f"the id {wanted!r} is already taken; this {what} is called {got!r}",
                    record.span,
                    "give each claim, relation and argument an id of its own",
                )
            )
        return got

    def _dangling(self, relation: Relation) -> Diagnostic:
        missing = [p for p in relation.premises if p not in self._claims]
        targets = self._claims if relation.target_type == "claim" else self._relations
        if relation.target not in targets:
            missing.append(relation.target)
        lost = ", ".join(map(repr, missing))
        why = (
            f"refers to {lost}, which the map does not have"
            if missing
            else f"bears on {relation.target!r}, which leads to no claim"
        )
        return Diagnostic(
            "MAP01",
            "error",
            f"the {relation.kind} {relation.id!r} {why}",
            relation.span,
            "add what is missing, or take the relation out; the rest of the map is read",
        )
