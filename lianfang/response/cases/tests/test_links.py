"""Who infected whom: lists and rings suppose, a person decides; no circle; real outbreaks come in whole where the reference is at hand."""
import io
from collections import Counter
from datetime import date

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.response.cases import actions, queries
from lianfang.response.cases.models import Case, Circle, Layout, Link

from .test_linelists import brought, raw

FIVE = "编号,发病日期,户号,户人数\n" + "".join(f"{name},2020-03-0{day},H1,4\n" for name, day in zip("ABCDE", (1, 3, 5, 7, 2), strict=True))


def linked(team, text, disease="covid_19", **more):
    content = text if isinstance(text, bytes) else text.encode()
    return actions.import_links(content=content, name=more.pop("name", "links.csv"), disease=disease, unit=team.cast.units["青禾县"],
                                by=team.cast.epi, at=team.at, **more)


def known(disease="covid_19"):
    pairs = Link.objects.filter(case__disease=disease).values_list("source__external", "case__external", "certainty")
    return sorted(tuple(map(str, one)) for one in pairs)


@pytest.fixture
def five(team):
    brought(team, FIVE, is_over=True)
    return {one.external: one for one in Case.objects.all()}


def test_a_list_of_links_comes_in_once_and_several_sources_are_possible(team, five):
    text = "传染源编号,病例编号,接触日期,接触方式\nA,B,2020-03-01,聚餐\nB,C,,家人\nA,C,,\n,A,,\n"
    first, again = linked(team, text), linked(team, text)
    assert (first.rows, first.taken, first.faults, again.taken, again.known) == (3, 3, [], 0, 3)
    assert known() == [("A", "B", "named"), ("A", "C", "possible"), ("B", "C", "possible")]
    one = Link.objects.get(case=five["B"])
    assert (one.setting, one.on, one.note.open(), one.by_id) == ("meal", date(2020, 3, 1), "聚餐", team.cast.epi.pk)
    assert Circle.objects.filter(kind="household", name="H1", size=4).count() == 5


def test_what_is_wrong_with_a_row_is_named_and_the_others_are_kept(team, five):
    made = linked(team, "from,to,date\nA,B,\nB,A,\nA,A,\nX,B,\nB,,\nB,C,三月\nB,D,2020-04-01\nB,E,\n")
    assert (made.taken, [number for number, _said in made.faults]) == (2, [3, 4, 5, 6, 7, 8])
    assert "圈" in made.faults[0][1] and "X" in made.faults[2][1] and all(said.endswith("。") for _number, said in made.faults)


def test_columns_nobody_knows_are_asked_for_once_and_sheets_of_wps_are_read(team, five):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet().write_column(0, 0, ["甲", "A"])
        book.get_worksheet_by_name("Sheet1").write_column(0, 1, ["乙", "B"])
    with pytest.raises(Refused, match="甲、乙"):
        linked(team, target.getvalue(), name="links.xlsx")
    linked(team, target.getvalue(), name="links.xlsx", mapping={"source": "甲", "case": "乙"})
    assert linked(team, target.getvalue(), name="links.xlsx").known == 1 and Layout.objects.count() == 1


def test_a_person_decides_and_no_list_overturns_it(team, five, client):
    linked(team, "from,to\nA,C\nB,C\n")
    client.force_login(team.cast.epi)
    page = client.get(reverse("cases:sources", args=[five["C"].pk])).content.decode()
    assert page.count("就是他") == 2
    client.post(reverse("cases:name_link", args=[Link.objects.get(case=five["C"], source=five["B"]).pk]))
    assert known() == [("A", "C", "refused"), ("B", "C", "named")]
    assert linked(team, "from,to\nE,C\n").faults and known()[0][2] == "refused"
    page = client.post(reverse("cases:sources", args=[five["B"].pk]), {"number": "C"})
    assert page.status_code == 422 and "圈" in page.content.decode()
    page = client.post(reverse("cases:sources", args=[five["E"].pk]), {"number": "D", "setting": "home"}, follow=True).content.decode()
    assert "早 5 天发病" in page and "cases.name_source" in Line.objects.filter(record=five["E"].pk).values_list("verb", flat=True)
    client.post(reverse("cases:name_none", args=[five["E"].pk]))
    assert [one.certainty for one in queries.links_of(five["E"])] == ["unknown", "refused"]
    client.post(reverse("cases:refuse_source", args=[Link.objects.get(case=five["C"], source=five["B"]).pk]))
    assert {one[2] for one in known() if one[1] == "C"} == {"refused"}


@pytest.mark.parametrize(("lists", "links", "disease"), [("mers_korea_2015_linelist.csv", "mers_korea_2015_contacts.csv", "mers"),
                                                         ("measles_hagelloch_1861.csv",) * 2 + ("measles",)])
def test_real_outbreaks_come_in_through_the_command(team, tmp_path, lists, links, disease):
    (cases, rows), (content, pairs) = raw(lists), raw(links)
    for name, verb, text in ((lists, "import-linelist", cases), (links, "import-links", content)):
        (tmp_path / name).write_bytes(text)
        call_command("cases", verb, str(tmp_path / name), "--disease", disease, *(["--over"] if verb == "import-linelist" else []))
    told = [(row.get("from") or row.get("infector"), row.get("to") or row.get("case_ID")) for row in pairs]
    told = [pair for pair in told if pair[0] not in (None, "", "NA")]
    several = Counter(case for _source, case in told)
    assert Case.objects.filter(disease=disease).count() == len(rows)
    assert known(disease) == sorted((source, case, "named" if several[case] == 1 else "possible") for source, case in told)


def test_links_on_screen(team, five, client):
    client.force_login(team.cast.epi)
    given = {"disease": "covid_19", "unit": team.cast.units["青禾县"].pk, "holds": "links",
             "file": SimpleUploadedFile("l.csv", b"from,to\nA,B\n")}
    page = client.post(reverse("cases:linelists"), given, follow=True).content.decode()
    assert "收下 1" in page and known() == [("A", "B", "named")]
