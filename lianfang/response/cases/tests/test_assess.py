"""The definition of the day judges what was found, and says in plain words what is met; the card changes by a person's hand only."""
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from lianfang.ground.decisions import shipped
from lianfang.ground.workflow import Refused
from lianfang.response.cases import actions
from lianfang.response.cases.models import Assessment
from lianfang.response.cases.queries import Found, criteria, items
from lianfang.response.cases.queries.defining import ruling
from lianfang.response.cases.views.assessing import judged as standing


def judged(team, one, found):
    return actions.assess(case=one, found=found, by=team.cast.epi, at=team.at)


@pytest.mark.parametrize(("found", "result"), [
    (Found(("met_case",), ("fever", "blood"), "yes"), "suspected"), (Found((), ("fever", "blood"), "yes"), "not_met"),
    (Found((), ("fever", "blood", "imaging"), "yes"), "suspected"),
    (Found((), ("fever", "blood"), "yes", {"antibody": "igm"}), "suspected"),
    (Found(("met_case",), ("fever",), "yes", {"nucleic": "positive"}), "confirmed"),
    (Found(("met_case",), (), "no", {"nucleic": "positive"}), "carrier"),
    (Found((), ("fever",), "yes", {"nucleic": "negative", "antibody": "negative"}, 2), "ruled_out"),
    (Found((), ("fever",), "yes", {"nucleic": "grey"}), "manual_review"),
])
def test_what_was_found_is_judged(team, found, result):
    one = team.report(klass="suspected")
    made = judged(team, one, found)
    assert (made.result, bool(made.clause)) == (result, True)
    one.refresh_from_db()
    assert one.klass == "suspected"


@pytest.mark.parametrize(("on", "result"), [(date(2020, 3, 6), "not_met"), (date(2020, 3, 7), "confirmed"), (date(2023, 1, 8), "not_met")])
def test_the_same_findings_are_judged_by_the_edition_of_the_day(team, on, result):
    assert ruling("covid_19", Found((), ("fever",), "yes", {"antibody": "both"}), on).result["result"] == result


IN_2024 = date(2024, 7, 1)
NO_TESTS = {"nucleic": "not_done", "antigen": "not_done", "sequenced": "no", "antibody": "not_done", "negatives": 0}
DISEASES = sorted({code for row in shipped("disease").table.rows for code in row.conditions["disease"].words})


@pytest.mark.parametrize("disease", DISEASES)
def test_every_disease_has_a_definition_and_nobody_is_confirmed_by_looks(disease):
    asked = [row.conditions for row in shipped("case_items").table.rows
             if row.holds_on(IN_2024) and disease in row.conditions["disease"].words]
    clinical = [row for row in asked if "clinical" in row["part"].words]
    assert clinical and (len(asked) > len(clinical) or disease.startswith("covid"))  # of covid nobody asks for exposure any more
    facts = {"disease": disease, **NO_TESTS}
    judge = shipped("case_definition").table.decide
    assert judge({**facts, "epi": len(asked), "clinical": 0, "symptoms": "no"}, on=IN_2024).result["result"] == "not_met"
    by_looks = {judge({**facts, "epi": epi, "clinical": n, "symptoms": "yes"}, on=IN_2024).result["result"]
                for epi in range(4) for n in range(len(clinical) + 1)}
    assert not by_looks & {"confirmed", "carrier", "ruled_out"}
    assert by_looks & {"suspected", "clinical"} or disease.startswith("covid")
    told = {**facts, "nucleic": "positive", "antigen": "positive", "sequenced": "yes", "epi": 0, "clinical": 1}
    assert judge({**told, "symptoms": "yes"}, on=IN_2024).result["result"] == "confirmed"
    assert judge({**told, "symptoms": "no"}, on=IN_2024).result["result"] in ("carrier", "manual_review") or disease == "measles"


def test_a_disease_without_a_definition_is_left_to_a_person(team):
    one = team.take_in()
    one.disease = "new_fever"  # as a county adds one on screen
    one.save(update_fields=["disease"])
    assert judged(team, one, Found(symptoms="yes")).result == "manual_review"
    assert standing(one, is_read=False)["verdict"] == "由人定：表里没有写明"
    assert items("new_fever", team.cast.on) == {"epi": {}, "clinical": {}}


def test_what_a_row_leaves_to_a_person_is_not_said_to_be_missing(team):
    one = team.take_in(disease="dengue")
    assert judged(team, one, Found(tests={"nucleic": "positive"})).result == "manual_review"
    assert standing(one, is_read=False)["verdict"] == "由人定"


@pytest.mark.parametrize("found", [Found(("met_bat",)), Found((), ("rash",), "yes"), Found(tests={"nucleic": "maybe"}),
                                   Found(tests={"smell": "yes"}), Found((), ("fever",), "no")])
def test_what_nobody_asks_and_what_contradicts_itself_is_refused(team, found):
    with pytest.raises(Refused):
        judged(team, team.take_in(), found)
    assert not Assessment.objects.exists()


def test_the_page_says_which_criteria_are_met(team):
    one = team.take_in()
    made = judged(team, one, Found(("met_case",), ("fever", "blood"), "yes", {"nucleic": "negative"}, 1))
    (epi, first), (clinical, second), (_tests, third) = criteria(one, made.facts, team.cast.on)
    assert ("4 条里有 1 条" in epi, "3 条里有 2 条" in clinical) == (True, True)
    assert [met for met, _words in first] == [False, True, False, False] and [met for met, _words in second] == [True, False, True]
    assert (True, "有症状") in third and (False, "核酸：阴性") in third


def test_on_screen(team, client):
    one = team.report(klass="suspected")
    client.force_login(team.cast.epi)
    with time_machine.travel(team.at, tick=False):
        form = client.get(reverse("cases:assess", args=[one.pk])).content.decode()
        assert "接触过感染者" in form and "肺炎影像学特征" in form
        said = {"epi": ["met_case"], "clinical": ["fever"], "symptoms": "yes", "nucleic": "positive", "antigen": "not_done",
                "sequenced": "no", "antibody": "not_done", "negatives": "0"}
        page = client.post(reverse("cases:assess", args=[one.pk]), said, follow=True).content.decode()
        assert "确诊病例" in page and "和报告卡上的分类不一样" in page and "接触过感染者" not in page
        page = client.post(reverse("cases:read", args=[one.pk]), {"reason": "investigate"}, follow=True).content.decode()
        assert "接触过感染者" in page
