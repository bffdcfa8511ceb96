"""What a trace does when the cluster that it asks does not hold."""

from functools import partial

import pytest

from argmap.cli import reaching
from argmap.cli.errors import UserError
from argmap.graph.shares import Share
from argmap.graph.walk import grounds_of
from argmap.store.reading import read
from argmap.store.shipped import shipped


def test_a_lost_worker_makes_a_trace_begin_anew(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Answer:
        def __init__(self, answer: object) -> None:
            self.result = lambda: answer

    class Here:
        """A share that is lost when it is told to do something for the n-th time."""

        def __init__(self, doing: str, n: int) -> None:
            self.doing, self.left, self.share = doing, n, Share(0, 1)

        def __getattr__(self, name: str) -> object:
            self.left -= name == self.doing
            if self.left == 0:
                raise RuntimeError("worker lost")
            return lambda *args: Answer(getattr(self.share, name)(*args))

    monkeypatch.setattr("argmap.graph.shares._AT_A_TIME", 1)
    map = read(shipped()[0].path).map
    losses = [("follow", 1), ("found", 3), ("", 1)]
    monkeypatch.setattr(reaching, "shares", lambda _: [Here(*losses.pop(0))])
    claim = "key-to-peace"
    asked = reaching.Reach(claim, up=False, down=True, cluster="")
    supply = partial(reaching._of_map, map)  # noqa: SLF001  # what is lost is not in reach of a test
    ids = list(reaching._Reaching(None, supply, asked).ids())  # noqa: SLF001  # as above
    found = grounds_of(map, claim)
    assert ids == [id for id in map.claims if id in found or id == claim]
    assert capsys.readouterr().err.count("beginning anew") == 2
    losses += [("add", 1)] * 3
    with pytest.raises(UserError, match="worker lost"):
        list(reaching._Reaching(None, supply, asked).ids())  # noqa: SLF001  # as above
