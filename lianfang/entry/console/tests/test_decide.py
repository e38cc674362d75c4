"""`lianfang decide`: what a table says, in words or as JSON, and one sentence for bad input."""
import json

import pytest
from django.core.management import CommandError, call_command

FACTS = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": False,
         "exposure_on": "unknown", "arrival_on": "2020-03-08", "age": 40, "special": "none", "worker": False}


@pytest.fixture
def run(db, tmp_path, capsys):
    def run(*words, facts=None, raw=None):
        if facts is not None or raw is not None:
            (tmp_path / "facts.json").write_text(raw if raw is not None else json.dumps(facts))
            words = (*words, "--facts", str(tmp_path / "facts.json"))
        call_command("decide", *words)
        return capsys.readouterr().out

    return run


def test_the_answer_as_json(run):
    said = json.loads(run("measure", "--on", "2020-03-10", "--json", facts=FACTS))
    assert (said["measure"], said["days"], said["test_days"], said["manual_review"]) == ("home_quarantine", 14, [7, 13], False)
    assert said["release"] == ["period_over", "tests_negative", "no_symptoms"]
    assert "一律实施隔离留观" in said["clause"] and said["because"] == f"{said['document']} {said['clause']}"
    assert said["facts"]["days_since"] == 2 and said["facts"]["arrival_on"] == "2020-03-08" and said["missing"] == []
    assert isinstance(said["row"], int) and said["version"] == "2020-01-25"


def test_the_answer_in_words(run):
    said = run("measure", "--on", "2020-03-10", facts=FACTS)
    assert "居家隔离" in said and "第 16 行" in said


def test_missing_and_malformed_facts_are_manual_review(run):
    facts = {**FACTS, "temperature": "36.5", "arrival_on": "soon"}
    del facts["code"]
    said = json.loads(run("measure", "--on", "2020-03-10", "--json", facts=facts))
    assert said["manual_review"] and said["measure"] == "manual_review" and said["row"] is None and said["days"] is None
    assert (said["missing"], said["malformed"]) == (["code"], ["temperature", "arrival_on"])
    assert "人工复核" in run("measure", "--on", "2020-03-10", facts={})
    assert json.loads(run("measure", "--on", "2020-03-10", "--json", raw='{"temperature": NaN}'))["malformed"] == ["temperature"]


@pytest.mark.parametrize("words, raw, says", [
    (["measure", "--on", "2020-03-10"], '{"origin"', "JSON"), (["measure"], "[1]", "对象"),
    (["measure"], '{"temprature": 1}', "temprature.*temperature"),
    (["measure", "--on", "yesterday"], "{}", "yesterday"), (["mesure"], "{}", "没有“mesure”，相近的有 measure"),
    (["measure", "--unit", "123"], "{}", "123"),
    (["measure", "--facts", "/nowhere.json"], None, "nowhere"), (["measure"], None, "--facts"), ([], None, "--list"),
])
def test_bad_input_is_one_sentence(run, words, raw, says):
    with pytest.raises(CommandError, match=says):
        run(*words, raw=raw)


def test_the_tables_and_what_they_ask(run):
    listed = json.loads(run("--list", "--json"))["tables"]
    assert {"measure", "clocks", "fever", "risk_places"} <= {table["table"] for table in listed}
    asked = json.loads(run("measure", "--help-facts", "--json"))["facts"]
    assert {fact["name"] for fact in asked} == set(FACTS)
    assert "体温" in run("measure", "--help-facts") and "来人措施判定表" in run("--list")
