"""Whatever stands where in a Carneades, SADFace or Arguebuf file comes back, or is reported."""

import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.formats import Source, named, reader_of
from argmap.formats import json as own
from argmap.formats._yaml_text import NotYamlError, loaded

Strategy = st.SearchStrategy[Any]
WORDS = ["", "a", "b", "c", "e1", "p", "q", "i", "in", "x"]
KEYS = ["text", "id", "type", "core", "title", "positions", "argmap", "meta"]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(WORDS) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=2) | st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip
SHORT = st.text(max_size=3)


def record(**fields: Strategy) -> Strategy:
    """An object with these fields: all of them, or any, with anything in them."""
    loose = {key: value | JUNK for key, value in fields.items()}
    return st.fixed_dictionaries({}, optional=loose) | st.fixed_dictionaries(fields)


def sadface() -> Strategy:
    ends = st.sampled_from(["a", "b", "c", "s", "t", "u", 1])
    counts = st.integers(0, 9)
    source = record(resource_id=ends, text=SHORT, offset=counts, length=counts)
    node = record(
        id=ends,
        type=st.sampled_from(["atom", "scheme", "inference", "conflict", "zz"]),
        text=SHORT,
        name=st.sampled_from(["support", "attack", "conflict", "Foo", "contrary"]),
        metadata=st.sampled_from([{}, {"core": {}}]),
        sources=st.lists(source, max_size=2),
        more=JUNK,
    )
    edge = record(id=SHORT, source_id=ends, target_id=ends, more=JUNK)
    return record(
        nodes=st.lists(node | JUNK, max_size=7),
        edges=st.lists(edge | JUNK, max_size=8),
        metadata=record(core=record(title=SHORT, version=st.sampled_from(["0.2", "0.5.4.0"]))),
        resources=st.lists(record(id=ends, content=SHORT), max_size=2),
        more=JUNK,
    )


def arguebuf() -> Strategy:
    ends = st.sampled_from("abcstu")
    people = st.sampled_from("pq")
    reference = record(text=SHORT, offset=st.integers(0, 9), resource=people)
    supports = st.sampled_from(["SUPPORT_DEFAULT", "SUPPORT_EXPERT_OPINION", "SUPPORT_ZZ"])
    kinds = {
        "support": supports,
        "attack": st.just("ATTACK_DEFAULT"),
        "rephrase": st.just("REPHRASE_DEFAULT"),
        "preference": st.just("PREFERENCE_DEFAULT"),
        "premiseDescriptors": JUNK,
    }
    atom = record(text=SHORT, reference=reference, participant=people, more=JUNK)
    user = record(speaker=JUNK, roles=JUNK, k=JUNK)
    node = record(atom=atom, metadata=JUNK, userdata=user)
    node |= record(scheme=st.fixed_dictionaries({}, optional=kinds), metadata=JUNK)
    edge = record(source=ends, target=ends, metadata=JUNK)
    names = record(name=st.sampled_from("PQ"))
    return record(
        nodes=st.dictionaries(ends, node | JUNK, max_size=7),
        edges=st.dictionaries(st.text(max_size=2), edge | JUNK, max_size=8),
        participants=st.dictionaries(people, names | JUNK, max_size=2),
        majorClaim=ends,
        userdata=JUNK,
        metadata=JUNK,
    )


def carneades() -> Strategy:
    names = st.sampled_from(["p", "q", "r", "¬p", "1", "a1"])
    ids = names | st.integers(1, 2)
    some = st.lists(ids, max_size=3)
    meta = record(title=SHORT, k=JUNK)
    statement = SHORT | JUNK
    statement |= record(text=SHORT, assumed=st.booleans(), meta=meta, label=JUNK)
    argument = record(
        scheme=st.sampled_from(["linked", "convergent", "zz"]),
        conclusion=ids,
        premises=some | st.dictionaries(st.sampled_from("xy"), ids, max_size=2),
        undercutter=ids,
        weight=st.floats(0, 2),
        meta=JUNK,
        more=JUNK,
    )
    issue = record(positions=some, standard=st.just("PE"))
    return record(
        meta=meta,
        statements=st.dictionaries(names, statement, max_size=5),
        issues=st.dictionaries(st.sampled_from(["i1", "i2", "a1"]), issue, max_size=2),
        arguments=st.dictionaries(st.sampled_from(["a1", "a2", "p"]), argument | JUNK, max_size=4),
        assumptions=some,
        tests=record(**{"in": some, "out": some, "undecided": some}),
        language=JUNK,
        argument_schemes=JUNK,
        more=JUNK,
    )


@pytest.mark.parametrize("strategy", [sadface, arguebuf, carneades], ids=lambda each: each.__name__)
@given(data=st.data())
def test_what_has_no_errors_comes_back_as_it_was(strategy: Any, data: st.DataObject) -> None:  # noqa: ANN401
    format = named(strategy.__name__)
    document = data.draw(strategy())
    text = json.dumps(document)
    if format.name == "carneades":
        try:
            document = loaded(Source(text)).value
        except NotYamlError:
            assume(False)
    map, diagnostics = reader_of(format)(Source(text, "file"))
    between = own.read(Source(own.write(map).text, "file"))
    assert between.map == map
    assert format.write is not None
    written = format.write(between.map)
    again = written.text
    if any(each.severity == "error" for each in diagnostics):
        return
    assert not written.losses
    back = loaded(Source(again)).value if format.name == "carneades" else json.loads(again)
    assert (back or {}) == document
