"""Writing a map as Carneades' YAML."""

from collections.abc import Mapping
from typing import Any

from argmap.formats._format import Written
from argmap.formats._losses import Losses
from argmap.formats._unsaid import NAMES, note_step_on_step, note_unsaid, shallow
from argmap.formats._yaml_text import Inline, dumped
from argmap.formats.carneades.plan import Plan
from argmap.formats.carneades.riding import (
    KEY,
    LABELS,
    OWN,
    SPOKEN_FOR,
    Data,
    contraries,
    in_order,
    part,
    ridden,
    spelt,
    texts,
)
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, Relation

_SECTIONS = (
    "meta", "language", "weighing_functions", "argument_schemes", "issue_schemes", "statements",
    "issues", "arguments", "assumptions", "tests",
)  # fmt: skip
"""The order in which sections are written; others follow."""
_CONFLICTS = frozenset({"contrary", "contradiction"})


def write(map: ArgumentMap) -> Written:
    """The map as a Carneades file, with what of it that cannot express."""
    losses = Losses("Carneades")
    document = _Writer(map, losses).document()
    return Written(dumped(document), losses.diagnostics())


class _Writer:
    def __init__(self, map: ArgumentMap, losses: Losses) -> None:
        from argmap.formats import names

        self._map = map
        self._losses = losses
        self._plan = Plan(map)
        self._formats = frozenset(names())
        self._statements: Data = {}
        self._arguments: Data = {}
        self._issues: Data = {}
        self._held: dict[str, dict[str, None]] = {}

    def document(self) -> Data:
        """All sections."""
        self._note_unsaid()
        for claim in self._map.claims.values():
            if claim.id not in self._plan.gists:
                self._add_statement(claim)
        self._statements |= self._plan.opposites
        for relation in self._map.relations.values():
            self._add_relation(relation)
        riding = self._sound(ridden(self._map.data), self._map.name)
        own = riding.pop(OWN, None)
        own = own if isinstance(own, dict) else {}
        self._add_issues(riding, own)
        made = {
            **self._meta(self._map.data, riding, self._map.name),
            "statements": self._statements,
            "issues": self._issues,
            "arguments": self._arguments,
            "assumptions": Inline(self._assumptions(own.get("assumptions"))),
            "tests": self._tests(own),
        }
        document = {**riding, **{key: value for key, value in made.items() if value}}
        order = dict.fromkeys((*_SECTIONS, *document))
        return {key: document[key] for key in order if key in document}

    def _note_unsaid(self) -> None:
        map = self._map
        told = self._plan.arguments
        arguments = [each for each in map.arguments.values() if each.id not in told]
        rest = ArgumentMap(map.claims.values(), (), arguments, map.sections.values())
        keys = {key for claim in map.claims.values() for key in claim.data}
        note_unsaid(rest, self._losses, {"title"}, keys)

    def _sound(self, data: Mapping[str, Any], id: str) -> Data:
        """Data without what is nested too deeply to be read again."""
        kept = shallow(data, self._losses, id)
        return {str(key): value for key, value in kept.items()}

    def _meta(self, data: Mapping[str, Any], rest: Data, id: str, title: str = "") -> Data:
        """The ``meta`` of a record, if it says something that the rest does not."""
        skipped = SPOKEN_FOR | self._formats
        free = {key: value for key, value in data.items() if key not in skipped}
        meta = ({"title": title} if title else {}) | self._sound(free, id)
        kept = rest.get("meta")
        return {"meta": {**(kept if isinstance(kept, dict) else {}), **meta}} if meta else {}

    def _add_statement(self, claim: Claim) -> None:
        kept = ridden(claim.data)
        if kept.get("undeclared") is True and not (claim.text or claim.title):
            return
        said = kept.get("statement")
        is_mapping = isinstance(said, dict)
        rest = self._sound(part(claim.data, "statement"), claim.id)
        meta = self._meta(claim.data, rest, claim.id, claim.title)
        if not is_mapping and not meta:
            self._statements[claim.id] = _restored(kept, "statement", claim.text)
            return
        text = {"text": _restored(rest, "text", claim.text)}
        if is_mapping and not claim.text and "text" not in rest:
            text = {}
        assumed = claim.data.get("assumed") is True
        if isinstance(rest.get("assumed"), bool) or ("assumed" in rest and assumed):
            listed = claim.id in self._listed()
            rest["assumed"] = rest["assumed"] if listed else assumed
        self._statements[claim.id] = {**text, **rest, **text, **meta}

    def _listed(self) -> list[str]:
        items = part(self._map.data, OWN).get("assumptions")
        return list(map(spelt, items)) if isinstance(items, list) else []

    def _add_relation(self, relation: Relation) -> None:
        """Add the argument or the issue that a relation comes to, or note that it is lost."""
        plan, losses, kind = self._plan, self._losses, relation.kind
        if relation.target_type == "relation":
            if kind not in AGAINST or relation.target not in plan.keys:
                note_step_on_step(relation, losses)
            elif relation.id in plan.keys:
                losses.change(NAMES[kind], "arguments for further statements", relation.id)
                self._add_argument(relation)
        elif kind in _CONFLICTS:
            self._hold(relation)
        elif relation.id in plan.groups:
            argument, steps = plan.groups[relation.id]
            premises = tuple(step.premises[0] for step in steps)
            self._add_argument(relation._replace(premises=premises, data=argument.data))
        elif relation.id not in plan.grouped:
            if kind == "rebuttal":
                losses.change("rebuttals", "arguments for contrary statements", relation.id)
            elif kind != "support":
                losses.change(NAMES[kind], "arguments", relation.id)
            self._add_argument(relation)
            if kind == "equivalence" and len(relation.premises) == 1:
                key = plan.take(f"{relation.id}-converse")
                turned = {"conclusion": relation.premises[0]}
                self._arguments[key] = turned | {"premises": Inline([relation.target])}

    def _add_argument(self, relation: Relation) -> None:
        plan = self._plan
        key = plan.keys[relation.id]
        rest = self._sound(part(relation.data, "argument"), relation.id)
        if relation.label:
            self._losses.drop("labels", relation.id)
        undercutter = plan.undercutters.get(key, "")
        conclusion = plan.conclusions.get(relation.id, relation.target)
        argument: Data = {}
        if relation.scheme or "scheme" in rest:
            argument["scheme"] = _restored(rest, "scheme", relation.scheme)
        argument["conclusion"] = _restored(rest, "conclusion", conclusion)
        premises = self._premises(relation)
        if premises:
            argument["premises"] = _as_before(rest.get("premises"), premises)
        elif rest.get("premises"):
            del rest["premises"]
        if undercutter or "undercutter" in rest:
            argument["undercutter"] = _restored(rest, "undercutter", undercutter)
        if relation.weight is not None:
            argument["weight"] = relation.weight
        meta = self._meta(relation.data, rest, relation.id)
        self._arguments[key] = {**argument, **rest, **argument, **meta}

    def _premises(self, relation: Relation) -> Any:  # noqa: ANN401  # a list, or a mapping by roles
        if relation.premises[0] in self._plan.gists:
            return []
        roles = relation.data.get("roles")
        if isinstance(roles, dict):
            left = {str(role): id for role, id in roles.items() if id in relation.premises}
            if sorted(left.values()) == sorted(relation.premises):
                return left
            self._losses.drop("roles of premises", relation.id)
        elif roles is not None:
            self._losses.drop("roles of premises", relation.id)
        return Inline(relation.premises)

    def _hold(self, relation: Relation) -> None:
        """Take a conflict for an issue, or for a part of the one that it was made of."""
        issue = ridden(relation.data).get("issue")
        positions = list(dict.fromkeys((*relation.premises, relation.target)))
        if len(positions) == 1:
            self._losses.drop("conflicts of a claim with itself", relation.id)
            return
        if isinstance(issue, str) and issue in part(self._map.data, "issues"):
            self._held.setdefault(issue, {}).update(dict.fromkeys(positions))
            return
        linked = "linked " if len(relation.premises) > 1 else ""
        if relation.kind == "contradiction" or linked:
            self._losses.change(f"{linked}{NAMES[relation.kind]}", "issues", relation.id)
        for field in ("scheme", "label", "weight"):
            if getattr(relation, field) not in {"", None}:
                self._losses.drop(f"{field}s", relation.id)
        meta = self._meta(relation.data, {}, relation.id)
        self._issues[relation.id] = {"positions": Inline(positions), **meta}

    def _add_issues(self, riding: Data, own: Data) -> None:
        """Add the issues of the file, and those that were made for rebuttals."""
        new, known = self._issues, riding.get("issues")
        self._issues = {}
        undeclared = texts(own.get("undeclared"))
        for key, issue in known.items() if isinstance(known, dict) else ():
            given = issue.get("positions") if isinstance(issue, dict) else None
            if not isinstance(given, list):
                self._issues[key] = issue
                continue
            left = [id for id in map(spelt, given) if id in self._map.claims]
            if contraries(left, self._map.claims.__contains__):
                left = list(self._held.get(key, ()))
            positions = in_order(given, left, undeclared)
            if left == list(map(spelt, given)):
                positions = given
            if positions or not given:
                self._issues[key] = {**issue, "positions": Inline(positions)}
        for key, issue in new.items():
            self._issues[self._free(key)] = issue
        for claim, opposite in self._plan.contrary_to.items():
            positions = [claim, opposite]
            self._issues[self._free(f"i-{claim}")] = {"positions": Inline(positions)}
        if isinstance(known, dict) and known and not self._issues:
            del riding["issues"]

    def _free(self, wanted: str) -> str:
        while wanted in self._issues:
            wanted += "-2"
        return wanted

    def _assumptions(self, known: object) -> list[Any]:
        """The claims that are assumed, but for those of which only their own statement says so."""
        closed = KEY in self._map.data
        assumed = {
            claim.id: "assumed" in part(claim.data, "statement")
            for claim in self._map.claims.values()
            if claim.id not in self._plan.gists
            and claim.data.get("assumed", not closed and self._is_leaf(claim.id)) is True
        }
        return in_order(known, (id for id, is_said in assumed.items() if not is_said), assumed)

    def _is_leaf(self, claim: str) -> bool:
        bearing = self._map.bearing_on(claim)
        return not any(each.target == claim and each.stance == "for" for each in bearing)

    def _tests(self, own: Data) -> Data:
        """What is expected of claims, by label."""
        expected: dict[str, list[str]] = {}
        for claim in self._map.claims.values():
            label = claim.data.get("expect")
            if label in LABELS:
                expected.setdefault(str(label), []).append(claim.id)
            elif label is not None:
                self._losses.drop("expectations", claim.id)
        known, unresolved = own.get("tests"), own.get("unresolved")
        tests: Data = {}
        for label, items in known.items() if isinstance(known, dict) else ():
            if label in LABELS and isinstance(items, list):
                others = texts(unresolved.get(label)) if isinstance(unresolved, dict) else ()
                tests[label] = Inline(in_order(items, expected.pop(label, ()), set(others)))
            else:
                tests[label] = items
        return tests | {label: Inline(items) for label, items in expected.items()}


def _restored(rest: Mapping[str, Any], key: str, text: str) -> object:
    """What stood under a key, if it is still what the text says; else the text."""
    value = rest.get(key, text)
    if value is None or isinstance(value, dict | list):
        return text or value
    return value if spelt(value) == text else text


def _as_before(known: object, premises: Any) -> Any:  # noqa: ANN401  # a list, or a mapping
    """The premises as they stood in the file, if they are still the same."""
    if isinstance(known, dict) and isinstance(premises, dict):
        same = {role: spelt(id) for role, id in known.items()} == premises
    else:
        same = isinstance(known, list) and list(map(spelt, known)) == premises
    return (Inline(known) if isinstance(known, list) else known) if same else premises
