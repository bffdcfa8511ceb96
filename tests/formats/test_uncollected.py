"""Readers leave the garbage collector as they found it."""

import gc

import pytest

from argmap.formats import Source, named, reader_of

TEXTS = {
    "argdown": "[A]: b.",
    "aif": '{"nodes": [{"nodeID": "1", "text": "a", "type": "I"}], "edges": [], "locutions": []}',
    "csv": "id,text\na,A\n",
    "graphml": "<graphml><graph><node id='a'/></graph></graphml>",
    "json": '{"claims": [{"id": "a"}]}',
    "node-link": '{"nodes": [{"id": "a"}], "edges": []}',
    "xaif": '{"AIF": {"nodes": [{"nodeID": "1", "text": "a", "type": "I"}], "edges": []}}',
}


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("name", TEXTS)
def test_what_was_on_is_on_again_and_what_was_off_is_off(name: str, on: bool) -> None:
    read = reader_of(named(name))
    before = gc.isenabled()
    try:
        gc.enable() if on else gc.disable()
        assert len(read(Source(TEXTS[name])).map.claims) == 1
        assert gc.isenabled() == on
    finally:
        gc.enable() if before else gc.disable()
