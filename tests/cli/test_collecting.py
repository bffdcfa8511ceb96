"""What is asked of many maps is answered as if each were asked."""

import json
from pathlib import Path

import pytest

from argmap.cli.collecting import open_maps, places_of, read_maps
from argmap.cli.errors import UserError
from argmap.cli.input import Opened
from argmap.cli.judging import compared, judged, labels_if
from argmap.cli.options import MapChoice
from argmap.model.collection import qualified
from argmap.semantics.comparing import compare
from argmap.semantics.judgement import Wanted, judge
from conftest import ROOT, Run

MAPS = {
    "tie.argdown": "[A]: One.\n  - [B]: Other.\n    - [A]\n[B]\n  + [C]: So.\n",
    "strict.argdown": "===\nassumed: false\n===\n\n[A]: One.\n  + [B]: Other.\n",
    "sub/heavy.argdown": "[A]: One. {weight: 0.9}\n  - [B]: Other. {weight: 0.2}\n",
    "sub/odd.argdown": "[A]: One.\n  - [A]\n",
    "rules.carneades.yml": "statements:\n  p: P\n  q: Q\nassumptions: [p]\n"
    "arguments:\n  a1:\n    premises: [p]\n    conclusion: q\n",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in MAPS.items():
        (tmp_path / "maps" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "maps" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def opened() -> Opened:
    return open_maps(["maps"], MapChoice())


@pytest.mark.parametrize(
    "semantics", ["grounded", "preferred", "stable", "carneades", "quadratic-energy"]
)
def test_verdicts_are_those_of_each_map(semantics: str) -> None:
    wanted = Wanted(semantics)
    whole = opened()
    together = judged(whole, wanted, list(whole.map.claims))
    own = {part.name: judge(part.own, wanted, list(part.own.claims)) for part in whole.parts}
    for field in ("claims", "relations", "arguments", "strengths"):
        assert getattr(together, field) == {
            qualified(name, id): label
            for name, found in own.items()
            for id, label in getattr(found, field).items()
        }


def test_what_the_semantics_disagree_about_is_that_of_each_map() -> None:
    whole = opened()
    together = compared(whole, Wanted(), list(whole.map.claims))
    apart = {
        qualified(part.name, each.claim): each.labels
        for part in whole.parts
        for each in compare(part.own, Wanted(), list(part.own.claims)).disagreements
    }
    assert {each.claim: each.labels for each in together.disagreements} == apart
    assert apart
    assert together.claims == len(whole.map.claims)


def test_front_matter_holds_for_its_own_map() -> None:
    labels = labels_if(True, opened())
    assert labels["strict/b"] == "out"
    assert labels["tie/c"] == "in"


def test_suppositions_are_about_the_map_of_the_claim(run: Run) -> None:
    done = run("evaluate", "-m", "maps", "--withdraw", "tie/b", "--json")
    labels = {each["claim"]: each["label"] for each in json.loads(done.stdout)["verdicts"]}
    assert labels["tie/a"] == "in"
    assert labels["sub/heavy/a"] == "out"
    done = run("evaluate", "-m", "maps", "--strength", "--weight", "sub/heavy/b=1", "--json")
    strengths = {each["claim"]: each["strength"] for each in json.loads(done.stdout)["verdicts"]}
    assert strengths["sub/heavy/b"] == 1


def test_a_folder_with_one_map_is_that_map() -> None:
    whole = open_maps(["maps/sub/heavy.argdown"], MapChoice())
    assert list(whole.map.claims) == ["a", "b"]
    assert not whole.parts


def test_archives_are_as_many_maps_as_they_have_lines(run: Run, tmp_path: Path) -> None:
    document = json.dumps(json.loads(run("show", "-m", "maps/tie.argdown", "--json").stdout))
    (tmp_path / "all.jsonl").write_text(f"{document}\n\n{{\n{document}\n", encoding="utf-8")
    done = run("list", "maps", "-m", "all.jsonl", "--ids")
    assert done.stdout.split() == ["all-000001", "all-000004"]
    assert "all.jsonl:3:2: JS01" in done.stderr
    assert done.code == 2
    checked = run("check", "all.jsonl", "--select", "RE,JS", "--format", "concise")
    assert "all.jsonl:3:2: JS01" in checked.stdout
    assert checked.code == 2


def test_two_maps_by_standard_input_and_by_name(run: Run) -> None:
    done = run("list", "-m", "-", "-m", "maps/sub/odd.argdown", stdin="[X]: Yes.\n")
    assert done.stdout.splitlines() == ["stdin/x\tYes.", "odd/a\tOne."]


def test_the_environment_can_name_a_folder_with_blanks(run: Run, tmp_path: Path) -> None:
    (tmp_path / "maps").rename(tmp_path / "my maps")
    done = run("list", "maps", "--ids", ARGMAP_MAP="my maps")
    assert done.stdout.split() == ["rules", "strict", "tie", "sub/heavy", "sub/odd"]


def test_each_map_has_the_encoding_that_its_folder_sets(tmp_path: Path) -> None:
    (tmp_path / "maps" / "sub" / "argmap.toml").write_text('encoding = "latin-1"\n')
    (tmp_path / "maps" / "sub" / "odd.argdown").write_bytes("[É]: Été.\n".encode("latin-1"))
    texts = {
        entry.name: [claim.text for claim in entry.reading.map.claims.values()]
        for entry in read_maps(places_of(["maps"]), MapChoice())
    }
    assert texts["sub/odd"] == ["Été."]


def test_a_folder_without_maps_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="no maps in empty"):
        open_maps(["empty"], MapChoice())


def test_claims_of_a_map_are_completed(tmp_path: Path) -> None:
    from argmap.cli.complete import complete_claims

    class Context:
        params = {"map": [str(tmp_path / "maps")], "from_format": None}  # noqa: RUF012

    assert ("sub/odd/a", "One.") in complete_claims(Context(), "sub/o")
    Context.params = {"map": [str(ROOT / "nothing")], "from_format": None}
    assert complete_claims(Context(), "") == []
