"""Every command on a home that holds nothing refuses what it cannot do in one sentence, and says nothing on stdout."""
import pytest

from lianfang.entry.console.main import main
from tests.journeys import sheets

FACTS = ('{"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", '
         '"exposure_on": "unknown", "arrival_on": "2020-03-10", "age": 40, "special": "none", "worker": "no"}')
REFUSALS = [
    "board --unit 990100",
    "bulletin --at 2020-03-18T19:00 --out {home}/公报.docx",
    "bulletin --at 明天 --out {home}/公报.docx",
    "roster import {home}/没有这个文件.xlsx --kind returnees --source community",
    "roster import {facts} --kind returnees --source community",
    "roster import {sheet} --kind returnees --source community --unit 990100",
    "roster import {sheet} --kind returnees --source community --as nobody",
    "territory import {home}/nowhere --edition 2020-01",
    "territory import {home} --edition 2020-13",
    "decide measure --facts {sheet} --on 2020-03-10",
    "decide measure --facts {facts} --on 2020-02-30",
    "decide tea --facts {facts} --on 2020-03-10",
    "accounts add 何新来 --role grid_worker --unit 990100",
    "accounts import {home}/没有这个文件.xlsx",
    "accounts slips --out {home}/nowhere/slips.pdf",
]


@pytest.mark.django_db
@pytest.mark.parametrize("words", REFUSALS)
def test_it_refuses_in_one_sentence(tmp_path, capsys, monkeypatch, words):
    monkeypatch.setattr("django.core.management.base.connections.close_all", lambda: None)  # this transaction is the test's
    places = {"home": tmp_path, "sheet": tmp_path / "名册.xlsx", "facts": tmp_path / "facts.json"}
    places["sheet"].write_bytes(sheets.book(sheets.returnee(1, "演练甲", "")))
    places["facts"].write_text(FACTS, encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main([*(word.format(**places) for word in words.split()), "--json"])
    assert ended.value.code not in (0, None)
    told = capsys.readouterr()
    said = [line for line in told.err.splitlines() if line.strip() and not line.startswith(("usage:", " "))]
    assert len(said) == 1 and len(said[0]) < 1_600, told.err
    assert told.out == ""
