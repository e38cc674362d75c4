"""Line lists come in once, by the columns of several systems; real outbreaks come in whole where the reference is at hand."""
import csv
import os
from collections import Counter
from pathlib import Path

import pytest
from django.urls import reverse

from lianfang.ground import sheets
from lianfang.ground.sheets import SheetError
from lianfang.ground.sheets.headings import mapping_of
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.response.cases import actions
from lianfang.response.cases.linelists import CALLS, read
from lianfang.response.cases.models import Case, Layout, LineList

OUTBREAKS = Path(os.environ.get("LIANFANG_SHARED", "../shared")) / "reference" / "outbreaks"
OURS = ("编号,姓名,性别,证件号,发病日期,诊断日期,病例分类\nQ-1,周建明,女,220722198103120042,2020-03-08,2020-03-09,确诊病例\n"
        "Q-2,高原,男,,2020/3/7,,疑似病例\n")
SORMAS = ("externalID;person.firstName;person.lastName;person.sex;person.birthdateDD;person.birthdateMM;person.birthdateYYYY;"
          "symptoms.onsetDate;reportDate;caseClassification;outcome;caseOrigin\n"
          "S-1;Gao;Yuan;MALE;12;3;1985;07.03.2020;08.03.2020;CONFIRMED;NO_OUTCOME;IN_COUNTRY\n"
          "S-2;Lin;Xia;FEMALE;;;;06.03.2020;08.03.2020;NOT_A_CASE;;\n")
GODATA = ("visualId,firstName,lastName,gender,dateOfOnset,classification,outcomeId\n"
          "G-1,Gao,Yuan,LNG_REFERENCE_DATA_CATEGORY_GENDER_MALE,2020-03-07T00:00:00.000Z,"
          "LNG_REFERENCE_DATA_CATEGORY_CASE_CLASSIFICATION_PROBABLE,LNG_REFERENCE_DATA_CATEGORY_OUTCOME_DECEASED\n")


def brought(team, text, disease="covid_19", **more):
    content = text if isinstance(text, bytes) else text.encode()
    return actions.import_linelist(content=content, name="list.csv", disease=disease, unit=team.cast.units["青禾县"], by=team.cast.epi,
                                   at=more.pop("at", team.at), **more)


def test_a_list_comes_in_once_however_often_it_is_sent(team):
    first, again = brought(team, OURS), brought(team, OURS)
    assert (first.rows, first.taken, first.known, again.taken, again.known, Case.objects.count()) == (2, 2, 0, 0, 2, 2)
    one = Case.objects.get(external="Q-1")
    assert (one.state, one.klass, one.person.name, one.person.sex) == ("reported", "confirmed", "周建明", "f")
    assert Turn.objects.filter(closed_at=None, flow="case", state="reported").count() == 2


def test_the_columns_of_other_systems_are_known(team):
    brought(team, SORMAS)
    brought(team, GODATA)
    told = {one.external: (one.state, one.klass, str(one.onset_on), one.person.name, one.person.sex) for one in Case.objects.all()}
    assert told == {"S-1": ("reported", "confirmed", "2020-03-07", "Gao Yuan", "m"),
                    "S-2": ("ruled_out", "ruled_out", "2020-03-06", "Lin Xia", "f"),
                    "G-1": ("died", "clinical", "2020-03-07", "Gao Yuan", "m")}
    assert str(Case.objects.get(external="S-1").person.birth_on) == "1985-03-12"


@pytest.mark.parametrize(("days", "onset"), [
    (("3/7/2020", "3/18/2020"), "2020-03-07"), (("7/3/2020", "18/3/2020"), "2020-03-07"), (("7/3/2020", "8/3/2020"), None),
    (("3/3/2020", "8/3/2020"), "2020-03-03"), (("18/3/2020", "3/18/2020"), None)])
def test_days_with_slashes_are_read_as_the_list_itself_tells_or_not_at_all(days, onset):
    text = "externalID,symptoms.onsetDate\n" + "".join(f"S-{n},{day}\n" for n, day in enumerate(days))
    rows, faults, _headings = read(text.encode(), "list.csv")
    found = [str(row.said["onset_on"]) for row in rows if row.id == "S-0"]
    assert found == [onset] * bool(onset)
    assert onset or (faults[0][0] == 2 and days[0] in faults[0][1] and "哪个是月" in faults[0][1])


def test_what_is_wrong_with_a_row_is_named_and_the_others_come_in(team):
    text = OURS + ("Q-2,又一个,男,,2020-03-07,,\n,没编号,男,,2020-03-07,,\nQ-4,错日子,男,,三月七日,,\nQ-5,没日子,男,,,,\n"
                   "Q-6,以后,男,,2020-04-01,,\nQ-7,错号,男,220722198103120041,2020-03-07,,\nQ-8,周建明,女,220722198103120042,2020-03-08,,\n")
    made = brought(team, text)
    assert (made.taken, [number for number, _sentence in made.faults]) == (2, [4, 5, 6, 7, 8, 9, 10])
    assert all(sentence.endswith("。") for _number, sentence in made.faults)


def test_columns_nobody_knows_are_asked_for_once(team):
    text = "rec,when\nX-1,2020-03-07\n"
    with pytest.raises(Refused, match="rec、when"):
        brought(team, text)
    brought(team, text, mapping=mapping_of("编号=rec，onset_on=when", CALLS))
    assert brought(team, text.replace("X-1", "X-2")).taken == 1 and Layout.objects.count() == 1
    for wrong in ("rec", "who=rec", "id="):
        with pytest.raises(SheetError, match="发病日期（onset_on）"):
            mapping_of(wrong, CALLS)


def test_an_outbreak_that_is_over_leaves_no_turn(team):
    brought(team, OURS, is_over=True)
    assert not Turn.objects.filter(closed_at=None).exists() and set(Case.objects.values_list("state", flat=True)) == {"recovered"}


@pytest.mark.parametrize("text", [b"", b"\x00\x01\x02", "编号\n".encode(), "编号,发病日期\n".encode()])
def test_what_is_no_list_is_said_in_a_sentence(team, text):
    try:
        made = brought(team, text)
        assert made.rows == 0
    except (Refused, sheets.SheetError) as wrong:
        assert str(wrong)


def raw(name):
    path = OUTBREAKS / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    with path.open(encoding="utf-8") as file:
        return path.read_bytes(), list(csv.DictReader(file))


def test_mers_in_korea_comes_in_whole(team):
    content, rows = raw("mers_korea_2015_linelist.csv")
    made = brought(team, content, "mers", is_over=True)
    assert (made.rows, made.taken, made.faults) == (len(rows), len(rows), [])
    told = {one.external: one for one in Case.objects.filter(disease="mers").select_related("person")}
    for row in rows:
        one = told[row["id"]]
        assert str(one.onset_on or "") == row["dt_onset"].replace("NA", "") and one.person.sex == row["sex"].lower()
    assert Counter(one.state for one in told.values()) == Counter("died" if row["outcome"] == "Dead" else "recovered" for row in rows)


def test_hagelloch_comes_in_whole(team):
    content, rows = raw("measles_hagelloch_1861.csv")
    made = brought(team, content, "measles", is_over=True)
    assert (made.taken, made.faults) == (len(rows), [])
    onsets = Counter(str(on) for on in Case.objects.filter(disease="measles").values_list("onset_on", flat=True))
    assert onsets == Counter(row["date_of_prodrome"] for row in rows)
    assert Case.objects.filter(disease="measles", state="died").count() == sum(row["date_of_death"] not in ("", "NA") for row in rows)


def test_on_screen(team, client):
    from django.core.files.uploadedfile import SimpleUploadedFile

    client.force_login(team.cast.epi)
    given = {"disease": "covid_19", "unit": team.cast.units["青禾县"].pk}
    page = client.post(reverse("cases:linelists"), {**given, "file": SimpleUploadedFile("a.csv", b"rec,when\nX,2020-03-07\n")})
    assert page.status_code == 422 and "rec" in page.content.decode()
    page = client.post(reverse("cases:linelists"), {**given, "file": SimpleUploadedFile("a.csv", OURS.encode())}, follow=True)
    assert "收下 2" in page.content.decode() and LineList.objects.count() == 1
    answer = client.get(reverse("cases:linelist_out"), {"profile": "sormas", "export": "xlsx"})
    content = b"".join(answer.streaming_content)
    [sheet] = sheets.read(content)
    assert {"externalID", "symptoms.onsetDate", "caseClassification"} <= set(sheet.rows[0]) and "周建明" not in str(sheet.rows)
    rows, faults, _headings = read(content, "out.xlsx")
    assert ({row.id for row in rows}, faults) == ({"Q-1", "Q-2"}, [])


WORDS = {"county": {"男", "女", "确诊病例", "排除", "本地"}, "sormas": {"MALE", "FEMALE", "CONFIRMED", "NOT_A_CASE", "IN_COUNTRY"}}


@pytest.mark.parametrize("profile", WORDS)
def test_what_goes_out_is_in_the_words_of_who_reads_it_and_is_read_in_again_the_same(team, client, profile):
    brought(team, SORMAS)
    client.force_login(team.cast.epi)
    content = b"".join(client.get(reverse("cases:linelist_out"), {"profile": profile, "export": "xlsx"}).streaming_content)
    [sheet] = sheets.read(content)
    assert WORDS[profile] <= {cell for row in sheet.rows for cell in row}
    rows, faults, _headings = read(content, "out.xlsx")
    told = {row.id: (row.said["sex"], row.said["klass"], row.said["origin"]) for row in rows}
    assert (told, faults) == ({"S-1": ("m", "confirmed", "local"), "S-2": ("f", "ruled_out", "")}, [])
