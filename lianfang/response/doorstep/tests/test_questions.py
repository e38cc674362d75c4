"""A form is a sheet that anyone writes, read once, kept by version, asked at doors; what fills an old version is taken and marked."""
import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from lianfang.ground import sheets
from lianfang.ground.outbox.xlsform import Unreadable, blank_form, form_of, full_marks, read, spoken
from lianfang.ground.workflow import Refused
from lianfang.response.doorstep import actions
from lianfang.response.doorstep.models import Questions, Visit

SURVEY, CHOICES, SETTINGS = (tuple(map(tuple, rows)) for rows in blank_form().values())
HEAD = SURVEY[0]


def written(*rows, version="1", survey=None, settings=None):
    """An XLSForm with these rows after the example's."""
    out = io.BytesIO()
    settings = settings or (SETTINGS[0], (*SETTINGS[1][:2], version, SETTINGS[1][3]))
    pages = (("survey", (survey or SURVEY) + rows), ("choices", CHOICES), ("settings", settings))
    sheets.write_pages(out, [sheets.Page(name, [sheets.Column(word) for word in rows[0]], rows[1:]) for name, rows in pages])
    return out.getvalue()


def row(**cells):
    """One row of a survey by its columns."""
    names = {"type": 0, "name": 1, "label": 2, "required": 5, "relevant": 6, "constraint": 7}
    return tuple(next((cells[n] for n, at in names.items() if at == column and n in cells), "") for column in range(len(HEAD)))


def test_a_sheet_becomes_the_house_s_form():
    form = read(written())
    assert (form["code"], form["version"], form["title"]) == ("example", "1", "老人和宠物")
    elders, pets, which = form["fields"]
    assert elders == {"name": "over_sixty", "kind": "number", "required": True, "whole": True, "min": 0.0, "max": 20.0,
                      "label": {"zh": "六十岁以上的几口人", "en": "How many are over sixty"}, "help": {"zh": "", "en": ""}}
    assert pets["options"][0] == ["yes", {"zh": "养", "en": "Yes"}]
    assert which["when"] == ["pets", "yes"] and which["kind"] == "choices"
    with translation.override("en"):
        assert spoken(form)["fields"][1]["options"] == [["yes", "Yes"], ["no", "No"]]


@pytest.mark.parametrize(("content", "says"), [
    (written(row(type="geopoint", name="spot", label="在哪儿")), "问不了"),
    (written(row(type="text", name="who", label="户主姓名")), "不问姓名"),
    (written(row(type="text", name="a", label="问", relevant="${pets} = 'yes' or 1 = 1")), "太复杂"),
    (written(row(type="text", name="a", label="问", relevant="${nothing} = 'yes'")), "写得不对"),
    (written(row(type="integer", name="a", label="几个", constraint="regex(., 'x')")), "读不懂"),
    (written(row(type="integer", name="a", label="几个", constraint=". >= " + "9" * 400)), "读不懂"),
    (written(row(type="select_one nowhere", name="a", label="问")), "写得不对"),
    (written(version=""), "version"),
    (written(*(row(type="text", name=f"q{n}", label="问") for n in range(70))), "最多"),
    (written(survey=(HEAD,)), "没有要问"),
    (b"PK\x03\x04 no workbook at all", "损坏"),
    (b"type,name,label\ntext,a,b\n", "xlsx"),
    (b"", "xlsx"),
])
def test_what_cannot_be_asked_at_a_door_is_refused_in_a_sentence(content, says):
    with pytest.raises(Unreadable, match=says):
        read(content)


def weighed(kind, constraint="", weight="2"):
    """A form of one question with a weight."""
    head, cells = (*HEAD, "weight"), (*row(type=kind, name="clean", label="净化", constraint=constraint), weight)
    return written(survey=(head, cells))


def test_a_question_that_counts_has_a_weight_and_full_marks():
    [clean] = read(weighed("integer", ". >= 0 and . <= 20"))["fields"]
    assert clean["weight"] == 2 and full_marks(clean) == 20
    assert "weight" not in read(weighed("integer", ". >= 0", ""))["fields"][0]
    for content, says in ((weighed("integer", ". >= 0"), "能打分"), (weighed("select_one yn"), "能打分"), (weighed("text"), "能打分"),
                          (weighed("integer", ". >= 0 and . <= 20", "much"), "整数")):
        with pytest.raises(Unreadable, match=says):
            read(content)


def test_a_sheet_of_endless_rows_is_refused_before_anybody_makes_a_form_of_it(monkeypatch):
    monkeypatch.setattr("pyxform.xls2xform.convert", lambda **_more: pytest.fail("it was made into a form"))
    with pytest.raises(Unreadable, match="行"):
        read(written(*(row(type="text", name=f"q{n}", label="问") for n in range(5000))))


def test_answers_are_held_to_the_form():
    asked = form_of(read(written()))
    good = asked({"over_sixty": "2", "pets": "yes", "which": ["cat"]})
    assert good.is_valid() and good.answers() == {"over_sixty": 2, "pets": "yes", "which": ["cat"]}
    assert not asked({"pets": "no"}).is_valid() and not asked({"over_sixty": "21"}).is_valid()
    unasked = asked({"over_sixty": "1", "pets": "no", "which": ["dog"]})
    assert unasked.is_valid() and "which" not in unasked.answers()


@pytest.mark.parametrize("name", ["conditions", "needed", "clean"])
def test_a_question_may_be_called_as_the_form_calls_its_own(name):
    asked = form_of(read(written(row(type="text", name=name, label="什么品种", relevant="${pets} = 'yes'"))))
    called, spared = (asked({"over_sixty": "1", "pets": pets, name: "土狗"}) for pets in ("yes", "no"))
    assert called.is_valid() and spared.is_valid()
    assert called.answers()[name] == "土狗" and name not in spared.answers()


def test_a_question_that_hangs_on_another_is_needed_only_where_it_is_asked():
    needed = form_of(read(written(row(type="text", name="breed", label="什么品种", required="yes", relevant="selected(${which}, 'dog')"))))
    assert needed({"over_sixty": "1"}).is_valid()
    assert not needed({"over_sixty": "1", "pets": "yes", "which": ["dog"]}).is_valid()
    assert needed({"over_sixty": "1", "pets": "yes", "which": ["dog"], "breed": "土狗"}).is_valid()


@pytest.fixture
def take(cast):
    def taken(**more):
        return actions.take_questions(content=written(**more), unit=cast.units["青禾县"], by=cast.officer, at=cast.at)

    return taken


def test_versions_are_kept_and_never_changed(cast, take):
    first = take()
    assert take().pk == first.pk
    with pytest.raises(Refused, match="换一个版本号"):
        actions.take_questions(content=written(row(type="text", name="more", label="还有什么")), unit=cast.units["青禾县"], by=cast.officer,
                               at=cast.at)
    assert take(version="2").pk != first.pk and Questions.objects.count() == 2


def test_an_answer_to_an_old_version_is_taken_sealed_and_marked(cast, doors, launch, take):
    old, new = take(), take(version="2")
    campaign = launch(questions=old)
    actions.ask_anew(campaign=campaign, questions=new, by=cast.officer, at=cast.at)
    told = [actions.Told(doors[n], "visited", 1, campaign=campaign, questions=q, answers={"over_sixty": 1})
            for n, q in (("101", old), ("102", new))]
    actions.visit(visits=told, by=cast.grid, at=cast.at)
    assert {v.unit_id: v.is_old_form for v in Visit.objects.all()} == {doors["101"]: True, doors["102"]: False}
    one = Visit.objects.get(unit=doors["101"])
    assert json.loads(one.answers.open()) == {"over_sixty": 1} and b"over_sixty" not in bytes(one.answers.content)


def test_the_page_asks_it_and_a_page_opened_before_still_counts(cast, doors, launch, take):
    old, new = take(), take(version="2")
    campaign = launch(questions=old)
    client = Client()
    client.force_login(cast.grid, backend="lianfang.ground.accounts.sessions.AccountBackend")
    page = reverse("doorstep:visit", args=[doors["101"]])
    assert "六十岁以上" in client.get(page).content.decode()
    sent = {"outcome": "visited", "head_count": "2", "campaign": str(campaign.pk), "questions": str(old.pk)}
    assert client.post(page, sent).status_code == 422
    actions.ask_anew(campaign=campaign, questions=new, by=cast.officer, at=cast.at)
    assert client.post(page, sent | {"q-over_sixty": "1"}).status_code == 302
    assert Visit.objects.get().is_old_form
    assert client.post(page, {"outcome": "nobody_home", "campaign": str(campaign.pk), "questions": "nonsense"}).status_code == 302


def test_a_cadre_hands_one_in_and_reads_what_is_wrong(cast):
    client = Client()
    client.force_login(cast.cadre, backend="lianfang.ground.accounts.sessions.AccountBackend")
    assert client.get(reverse("doorstep:blank")).content.startswith(b"PK")
    sent = {"file": SimpleUploadedFile("a.xlsx", client.get(reverse("doorstep:blank")).content), "unit": cast.units["丰禾社区"].pk}
    assert client.post(reverse("doorstep:take_questions"), sent).status_code == 302
    assert Questions.objects.get().unit == cast.units["丰禾社区"]
    sent["file"] = SimpleUploadedFile("a.xlsx", b"nothing")
    answer = client.post(reverse("doorstep:take_questions"), sent)
    assert answer.status_code == 422 and "xlsx" in answer.content.decode()
