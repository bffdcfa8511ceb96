"""The documents of the answers as plain data, without pydantic; ``documents`` are their models."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.contract.records import diagnostic_records
from argmap.formats.json.records import Record, claim_record, map_records, relation_record

if TYPE_CHECKING:
    from argmap.diagnostics.explanation import Explanation
    from argmap.graph.differences import Difference
    from argmap.graph.measure import Measures
    from argmap.graph.pairs import Pair
    from argmap.graph.paths import Chains
    from argmap.graph.trace import Step
    from argmap.model.diagnostic import Diagnostic
    from argmap.model.map import ArgumentMap
    from argmap.query.search import Hit
    from argmap.query.selection.records import NodeMap
    from argmap.semantics.flip import Robustness
    from argmap.sources.passages import Passage, SourceText
    from argmap.store.converting import Done
    from argmap.store.index.building import Built


def trace_record(
    map: "ArgumentMap", root: str, above: "Sequence[Step]", below: "Sequence[Step]"
) -> Record:
    """A trace: the part of the map that it reached, and its steps in the order printed."""
    told = (*above, *below)
    claims, relations = {root, *(step.claim for step in told)}, {step.relation for step in told}
    relations.discard("")
    # Where a step is undercut, that step and its premises belong to what is told.
    _add_ends(map, claims, relations)
    part = map.keep(claims, relations)
    steps = [_step_record(step, "up") for step in above]
    steps += (_step_record(step, "down") for step in below if step.relation)
    return {"root": root, "steps": steps, **map_records(part)}


def _step_record(step: "Step", direction: str) -> Record:
    return {
        "depth": step.depth,
        "relation": step.relation,
        "claim": step.claim,
        "stance": step.stance,
        "direction": direction,
        "premise": step.premise,
        "premises": step.premises,
        "repeat": step.repeat or None,
        "hidden": step.hidden,
    }


def onward_records(whole: "ArgumentMap", claims: Iterable[str]) -> list[Record]:
    """The relations that lead from these claims to claims that are not among them."""
    from argmap.graph.ends import Ends

    among = set(claims)
    ends = Ends(whole)
    found = {
        relation.id
        for claim in among
        for relation in whole.drawn_from(claim)
        if not among.issuperset((*relation.premises, ends.of(relation)[0]))
    }
    return [relation_record(relation) for id, relation in whole.relations.items() if id in found]


def show_record(
    part: "ArgumentMap",
    whole: "ArgumentMap",
    what: str,
    id: str,
    members: Iterable[str],
    pairs: "Sequence[Pair]",
) -> Record:
    """A map or a part of it, with the pairs in it and the relations that lead out of it."""
    return {
        "name": whole.name,
        "data": dict(whole.data),
        "what": what,
        "id": id,
        "members": list(members),
        "onward": onward_records(whole, part.claims),
        "pairs": [pair._asdict() for pair in pairs],
        **map_records(part),
    }


def node_record(
    map: "ArgumentMap", what: str, id: str, nodes: "NodeMap", claims: Iterable[str]
) -> Record:
    """A map as nodes, edges and groups, with the part of it that these are made of."""
    part = map.keep(set(claims))
    return {
        **show_record(part, map, what, id, part.claims, []),
        "nodes": [node._asdict() for node in nodes.nodes],
        "edges": [edge._asdict() for edge in nodes.edges],
        "groups": [group._asdict() for group in nodes.groups],
    }


def path_record(map: "ArgumentMap", start: str, goal: str, found: "Chains") -> Record:
    """The chains between two claims, and the part of the map that they run through."""
    links = [link for chain in found.chains for link in chain.links]
    relations = {link.relation for link in links}
    claims = {start, goal, *(link.claim for link in links)}
    _add_ends(map, claims, relations)
    return {
        "from": start,
        "to": goal,
        "chains": [
            {"stance": chain.stance, "links": [link._asdict() for link in chain.links]}
            for chain in found.chains
        ],
        "truncated": found.truncated,
        **map_records(map.keep(claims, relations)),
    }


def _add_ends(map: "ArgumentMap", claims: set[str], relations: set[str]) -> None:
    """Add all ends of the relations, and the relations that they bear on with theirs."""
    waiting = list(relations)
    while waiting:
        relation = map.relations[waiting.pop()]
        claims.update(relation.premises)
        if relation.target_type == "claim":
            claims.add(relation.target)
        elif relation.target not in relations:
            relations.add(relation.target)
            waiting.append(relation.target)


def find_record(map: "ArgumentMap", words: str, hits: "Sequence[Hit]") -> Record:
    """The claims found, best first, and the relations among them."""
    part = map_records(map.keep({hit.claim for hit in hits}))
    part["claims"] = [claim_record(map.claims[hit.claim]) for hit in hits]
    return {"words": words, "hits": [hit._asdict() for hit in hits], **part}


def list_record(map: "ArgumentMap | None", what: str) -> Record:
    """One kind of thing, all of them."""
    if what == "maps":
        from argmap.store.shipped import DEFAULT, shipped

        items = [{"name": each.name, "default": each.name == DEFAULT} for each in shipped()]
    elif what == "formats":
        from argmap.formats import all_formats

        items = [
            {
                "name": each.name,
                "title": each.title,
                "suffixes": list(each.suffixes),
                "reads": each.read is not None,
                "writes": each.write is not None,
                "loses": list(each.loses),
            }
            for each in all_formats()
        ]
    elif map is None:
        items = []
    elif what == "groups":
        from argmap.query.groups import groups

        items = [each._asdict() | {"claims": len(each.claims)} for each in groups(map)]
    else:
        items = map_records(map)[what]
    return {"what": what, what: items}


def diff_record(old: "ArgumentMap", new: "ArgumentMap", found: "Sequence[Difference]") -> Record:
    """What differs between two maps."""
    from argmap.model.claim import Claim
    from argmap.model.relation import Relation

    def record(one: Claim | Relation | None) -> Record | None:
        if isinstance(one, Claim):
            return claim_record(one)
        return relation_record(one) if one is not None else None

    return {
        "before": old.name,
        "after": new.name,
        "differences": [
            {
                "what": each.what,
                "before": record(each.before),
                "after": record(each.after),
                "fields": list(each.fields),
            }
            for each in found
        ],
    }


def maps_record(maps: "Iterable[tuple[str, ArgumentMap]]") -> Record:
    """Maps that are open, by name, with their files and sizes."""
    items = [
        {
            "name": name,
            "title": map.title,
            "file": map.name,
            "claims": len(map.claims),
            "relations": len(map.relations),
        }
        for name, map in maps
    ]
    return {"what": "maps", "maps": items}


def stats_record(
    map: "ArgumentMap", measures: "Measures", robust: "Sequence[Robustness]" = ()
) -> Record:
    """The figures of a map."""
    balance = [each._asdict() for each in measures.balance]
    record = {"name": map.name, **measures._asdict(), "balance": balance}
    if robust:
        sizes = [each._asdict() for each in robust]
        record["robustness"] = [r | {"load_bearing": list(r["load_bearing"])} for r in sizes]
    return record


def check_record(
    files: Sequence[str],
    findings: "Sequence[Diagnostic]",
    anchored: int | None,
    uncovered: Sequence[str] | None,
    ignored: Mapping[str, int],
) -> Record:
    """What was found and left out; the figures of the source text only where one was given."""
    record: Record = {
        "clean": all(finding.severity == "note" for finding in findings),
        "files": list(files),
        "findings": diagnostic_records(findings),
        "ignored": dict(ignored),
    }
    if anchored is not None:
        record |= {"anchored": anchored, "uncovered": list(uncovered or ())}
    return record


def convert_record(to: str, done: "Sequence[Done]") -> Record:
    """What was converted, where it went, and what was lost."""
    return {
        "to": to,
        "maps": [
            {
                "file": each.file,
                "output": each.output,
                "read_as": each.read_as,
                "written": each.written,
                "findings": diagnostic_records(each.findings),
                "losses": diagnostic_records(each.losses),
            }
            for each in done
        ],
    }


def index_record(path: str, built: "Built") -> Record:
    """An index, and what was done for it."""
    return {
        "index": path,
        "maps": built.maps,
        "claims": built.claims,
        "files": built.files,
        "read": built.read,
        "removed": built.removed,
        "failed": list(built.failed),
        "findings": diagnostic_records(built.problems),
    }


def anchors_record(file: str, source: "SourceText", passages: "Sequence[Passage]") -> Record:
    """Passages with their anchors."""
    from argmap.sources.anchoring import digest

    return {
        "file": file,
        "passages": [
            passage._asdict() | {"hash": digest(source.at(passage.start, passage.end))}
            for passage in passages
        ],
    }


def explain_record(explanations: "Sequence[Explanation]") -> Record:
    """What codes mean."""
    return {
        "explanations": [
            {
                "code": each.code,
                "name": each.name,
                "severity": each.severity,
                "summary": each.summary,
                "text": "\n\n".join(each.paragraphs),
                "bad": each.bad,
                "good": each.good,
            }
            for each in explanations
        ]
    }
