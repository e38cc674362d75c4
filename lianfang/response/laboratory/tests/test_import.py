"""A sheet of results: once however often it comes, corrected where it says otherwise, every bad row named, the good ones kept."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.indicators import value
from lianfang.ground.units.fields import TOP
from lianfang.ground.workflow import Refused
from lianfang.registers.people.models import Person
from lianfang.response.laboratory import actions
from lianfang.response.laboratory.models import Recall, ResultLayout, Sample, Tube
from lianfang.response.laboratory.sheet35 import COLUMNS
from tests.cast import OPENED

HEAD = "姓名,证件号码,采样时间,采样方式,采样管编号,检测机构,检测结果\n"
ONE = "周小满,220722198103120042,2020-03-09 09:30,单采,,市疾控,阴性\n"


def brought(point, text, **more):
    return actions.import_results(content=text.encode(), name="结果.csv", disease="covid_19", unit=point.cast.units["青禾县"],
                                  by=more.pop("by", point.cast.lab), at=more.pop("at", point.at), **more)


def test_there_are_thirty_five_columns_and_the_whole_sheet_is_read(point):
    said = {"姓名": "周小满", "证件号码": "220722198103120042", "采样时间": "2020/3/9 9:30", "检测结果": "阴性（-）", "人群分类": "密接"}
    sheet = brought(point, ",".join(COLUMNS) + "\n" + ",".join(said.get(one, "") for one in COLUMNS) + "\n")
    assert (len(COLUMNS), sheet.taken, sheet.faults, Sample.objects.get().reason) == (35, 1, [], "contact")


def test_the_same_sheet_again_writes_nothing_and_another_result_corrects(point):
    first, again = brought(point, HEAD + ONE), brought(point, HEAD + ONE)
    assert (first.taken, again.taken, again.known, Sample.objects.count()) == (1, 0, 1, 1)
    brought(point, HEAD + ONE.replace("阴性", "无效"))
    assert Sample.objects.get().outcome.open() == "invalid" and Recall.objects.get().person.name == "周小满"


def test_every_bad_row_says_its_field_and_the_good_are_kept(point):
    bad = ["高原,22072219810312004X,2020-03-09 09:30,单采,,,阴性\n", "高原,220722199001010015,三月九日,单采,,,阴性\n",
           "高原,220722199001010015,2020-03-09 09:30,单采,,,说不清\n", "高原,220722199001010015,2020-03-11 09:30,单采,,,阴性\n", ONE]
    sheet = brought(point, HEAD + ONE + "".join(bad))
    said = dict(sheet.faults)
    assert (sheet.taken, sorted(said)) == (1, [3, 4, 5, 6, 7])
    assert [word in said[n] for n, word in ((3, "证件号码"), (4, "时分"), (5, "检测结果"), (6, "以后"), (7, "重复"))] == [True] * 5
    assert not Person.objects.filter(name="高原", id_blind__gt="").exists()


def test_columns_nobody_knows_are_named_once_and_remembered(point):
    text = "受检者姓名,号码,何时,结论是\n周小满,220722198103120042,2020-03-09 09:30,阴性\n"
    with pytest.raises(Refused, match="证件号码"):
        brought(point, text)
    brought(point, text, mapping={"id_number": "号码", "taken_at": "何时", "outcome": "结论是"})
    assert brought(point, text).known == 1 and ResultLayout.objects.count() == 1


def test_a_tube_of_ours_tested_elsewhere_is_reported_with_all_that_follows(point):
    numbers = {"周小满": "220722198103120042", "白鹭洲": "220722199001010015"}
    told = [actions.Somebody(name, "id_card", number) for name, number in numbers.items()]
    tube = point.tube(places=5)
    actions.take_samples(tube=tube, swabs=[actions.Swab(who) for who in told], **point.sampler())
    actions.seal(tube=tube, count=2, **point.sampler())
    lines = [f"{one.name},{one.id_number},2020-03-10 09:00,混采,{tube.code},市疾控,可疑\n" for one in told]
    sheet = brought(point, HEAD + "".join(lines), at=point.at + timedelta(hours=8))
    assert sheet.taken == 2 and Tube.objects.get(pk=tube.pk).state == "reported"
    assert Recall.objects.filter(state="due").count() == 2


def test_who_gives_results_of_one_town_gives_and_corrects_none_of_anothers(point):
    tube = point.tube(places=1)
    actions.take_samples(tube=tube, swabs=[actions.Swab(actions.Somebody("周小满", "id_card", "220722198103120042"))], **point.sampler())
    actions.seal(tube=tube, count=1, **point.sampler())
    theirs = Account.objects.create(login="far_lab", name="梨花沟检验室")
    Assignment.objects.create(account=theirs, role="laboratory", unit=point.cast.units["梨花沟镇"], from_on=OPENED)
    row, at = ONE.replace("2020-03-09 09:30", "2020-03-10 09:00"), point.later(hours=1)
    running = brought(point, HEAD + row, by=theirs, at=at)
    assert (running.taken, [n for n, _said in running.faults]) == (0, [2]) and Tube.objects.get().state == "sealed"
    point.report(Tube.objects.get(), "positive", at)
    mended = brought(point, HEAD + row, by=theirs, at=at)
    assert mended.taken == 0 and "别处采的" in mended.faults[0][1] and Sample.objects.get().outcome.open() == "positive"
    assert brought(point, HEAD + ONE, by=theirs).taken == 1, "what was sampled there is theirs to tell"


def test_tests_and_people_are_counted_apart(point):
    point.report(point.filled(point.people[:5], 5), "negative")
    point.report(point.filled(point.people[:1], 1, point.later(hours=1)), "negative", point.later(hours=2))
    at = point.later(hours=3)
    assert [value(code, TOP, at) for code in ("tests_done", "samples_done", "people_tested")] == [2, 6, 5]
    assert [value(code, TOP, point.later(minutes=90)) for code in ("tests_done", "people_tested", "tubes_waiting")] == [1, 5, 1]
