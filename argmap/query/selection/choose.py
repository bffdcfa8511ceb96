"""Which claims and arguments are nodes, by the rules of Argdown's maps."""

from collections.abc import Collection, Container, Iterable

from argmap.graph.anatomy import Anatomy, Link
from argmap.model.map import ArgumentMap
from argmap.query.selection.elements import Element
from argmap.query.selection.settings import Mode, Selection, untagged


def choose(
    map: ArgumentMap,
    anatomy: Anatomy,
    elements: Iterable[Element],
    selection: Selection,
    among: Container[str] | None = None,
) -> list[Element]:
    """The claims and arguments that a selection lets be nodes, of those ``among`` if given.

    First those that metadata, tags and sections let; of these claims, the ones of the mode; of
    these arguments, the ones that then are connected. Linear in the anatomy.
    """
    let = [
        element
        for element in elements
        if (among is None or element.id in among) and _is_let(map, element, selection)
    ]
    claims = [element for element in let if element.type == "statement"]
    arguments = [element for element in let if element.type == "argument"]
    before = _Uses(anatomy, {claim.id for claim in claims}, {a.id for a in arguments})
    claims = [claim for claim in claims if _is_chosen(claim, before, selection)]
    after = _Uses(anatomy, {claim.id for claim in claims}, before.arguments)
    return claims + [
        argument
        for argument in arguments
        if not selection.connected
        or _is_forced(argument, selection)
        or after.is_connected_argument(argument.id)
    ]


def _is_let(map: ArgumentMap, element: Element, selection: Selection) -> bool:
    """Whether neither metadata nor tags nor sections leave an element out."""
    if selection.marked and element.data.get("isInMap", True) is not True:
        return False
    is_claim = element.type == "statement"
    excluded = selection.excluded_claims if is_claim else selection.excluded_arguments
    if element.title in excluded:
        return False
    if selection.sections is not None:
        section = map.sections.get(element.section or "")
        if section is None and not selection.unsectioned:
            return False
        if section is not None and untagged(section.title) not in selection.sections:
            return False
    if selection.tags is None or (selection.untagged and not element.tags):
        return True
    return not selection.tags.isdisjoint(element.tags)


def _is_forced(element: Element, selection: Selection) -> bool:
    return selection.marked and element.data.get("isInMap") is True


def _is_chosen(claim: Element, uses: "_Uses", selection: Selection) -> bool:
    if _is_forced(claim, selection) or claim.title in selection.included:
        return True
    related, used = uses.is_related(claim.id), uses.is_used(claim.id)
    if selection.connected and not (related or used):
        return False
    alone = related and not used
    modes: dict[Mode, bool] = {
        "all": True,
        "with-title": bool(claim.title) or alone,
        "top-level": claim.first or alone,
        "not-used-in-argument": not used,
        "with-relations": related,
        "with-more-than-one-relation": alone or (related and uses.partners(claim.id) > 1),
    }
    return modes[selection.mode]


class _Uses:
    """What claims and arguments have to do with each other, as far as they are among those given.

    A claim that is not given still counts where a given argument stands in for it.
    """

    def __init__(
        self, anatomy: Anatomy, claims: Collection[str], arguments: Collection[str]
    ) -> None:
        self.arguments = arguments
        self._anatomy = anatomy
        self._claims = claims
        self._used = self._counted(anatomy.used_by)
        self._concluded = self._counted(anatomy.concluded_by)
        self._between = {claim for id in arguments for claim in anatomy.arguments[id].between}
        self._outgoing: set[str] = set()
        self._incoming: set[str] = set()
        self._partners: dict[str, int] = {}
        for link in anatomy.links:
            self._add_partners(link.source, link.target, self._used)
            self._add_partners(link.target, link.source, self._concluded)
            self._take(link)
            if link.symmetric:
                self._take(link._replace(source=link.target, target=link.source))

    def _counted(self, arguments: dict[str, list[str]]) -> dict[str, int]:
        return {claim: sum(id in self.arguments for id in ids) for claim, ids in arguments.items()}

    def _take(self, link: Link) -> None:
        """Note what a link does for its source and its target, if its other end is there."""
        source, target = link.source, link.target
        if self._is_there(target, self._used, link):
            self._outgoing.add(source)
        if self._is_there(source, self._concluded, link):
            self._incoming.add(target)

    def _add_partners(self, end: str, other: str, counted: dict[str, int]) -> None:
        if other in self._anatomy.arguments:
            more = int(other in self.arguments)
        else:
            more = max(int(other in self._claims), counted.get(other, 0))
        self._partners[end] = self._partners.get(end, 0) + more

    def _is_there(self, end: str, counted: dict[str, int], link: Link) -> bool:
        if end in self._anatomy.arguments:
            return end in self.arguments
        if end in self._claims or counted.get(end, 0) > 0:
            return True
        if not link.symmetric:
            return False
        uses = self._used.get(end, 0) + self._concluded.get(end, 0)
        return uses > 0 or end in self._between

    def is_related(self, claim: str) -> bool:
        """Whether a relation joins the claim with something that is there."""
        return claim in self._outgoing or claim in self._incoming

    def is_used(self, claim: str) -> bool:
        """Whether the claim is a premise or the conclusion of an argument that is there."""
        return self._used.get(claim, 0) + self._concluded.get(claim, 0) > 0

    def partners(self, claim: str) -> int:
        """The arguments that relations join the claim with, some of them several times."""
        return self._partners.get(claim, 0)

    def is_connected_argument(self, id: str) -> bool:
        """Whether something that is there bears on the argument, or it bears on something."""
        parts = self._anatomy.arguments[id]
        if id in self._outgoing or id in self._incoming:
            return True
        if any(self._is_hit(premise) for premise in parts.premises):
            return True
        conclusion = parts.conclusion
        return conclusion is not None and (
            conclusion in self._outgoing
            or conclusion in self._claims
            or self._used.get(conclusion, 0) > 0
        )

    def _is_hit(self, premise: str) -> bool:
        return (
            premise in self._incoming
            or premise in self._claims
            or self._concluded.get(premise, 0) > 0
        )
