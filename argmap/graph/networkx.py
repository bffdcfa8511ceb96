"""The map as a directed graph of networkx, for analysis beyond what argmap does itself."""

from typing import TYPE_CHECKING

from argmap.model.map import ArgumentMap

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(map: ArgumentMap) -> "nx.DiGraph[str]":
    """The directed graph in which claims and relations are nodes: premise → relation → target.

    Nodes are named by id and have a `type`, "claim" or "relation", and the fields of the record
    that stands for them; relations have their `stance` and the id of their `argument` besides.
    Edges have a `role`, "premise" or "target". A symmetric relation, too, has its edges only as
    it was written; `symmetric` tells it. Linear, and 140 ms once for networkx itself.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph(name=map.name, title=map.title)
    for claim in map.claims.values():
        fields = claim._asdict() | {"data": dict(claim.data)}
        del fields["id"]
        graph.add_node(claim.id, type="claim", **fields)
    for relation in map.relations.values():
        argument = map.argument_of(relation.id)
        fields = relation._asdict() | {"data": dict(relation.data)}
        for known in ("id", "premises", "target", "target_type"):
            del fields[known]
        graph.add_node(
            relation.id,
            type="relation",
            stance=relation.stance,
            symmetric=relation.symmetric,
            argument=argument.id if argument else None,
            **fields,
        )
    for relation in map.relations.values():
        for premise in relation.premises:
            graph.add_edge(premise, relation.id, role="premise")
        graph.add_edge(relation.id, relation.target, role="target")
    return graph
