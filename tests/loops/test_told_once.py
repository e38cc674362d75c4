"""Told once: a cut-off is signed, and wall, meeting, bulletin, release, week and the file out of the house tell the same number.

What is told late leaves a trail and marks who told the old one. Twenty towns owe a zero report: the two that made none are somebody's
turn, and are named in the bulletin.
"""
from datetime import date, timedelta

import pytest
from django.apps import apps

from lianfang.ground import indicators
from lianfang.ground.accounts.models import Account, Assignment
from lianfang.ground.accounts.queries import SYSTEM, named
from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.indicators import INDICATORS
from lianfang.ground.units.actions import add_units
from lianfang.ground.workflow.actions import escalate
from lianfang.ground.workflow.models import Turn
from lianfang.overview.ledger import actions as ledger
from lianfang.overview.ledger import jobs as clock
from lianfang.overview.ledger import queries as figures
from lianfang.overview.ledger.queries.places import below
from lianfang.overview.meetings import actions as meetings
from lianfang.overview.papers import actions as papers
from lianfang.overview.papers import jobs as mornings
from lianfang.overview.papers.models import ZeroReport
from lianfang.overview.papers.papers.weekly import printed
from lianfang.overview.papers.queries import now_differs
from lianfang.overview.situation import actions as situation
from lianfang.overview.situation import jobs as evening
from lianfang.overview.situation import queries as bulletins
from lianfang.overview.wall import actions as screens
from lianfang.registers.people import actions as people
from lianfang.registers.people.drafts import draft_person
from lianfang.response.isolation import actions as isolation
from tests.reading import word_text

pytestmark = pytest.mark.django_db
ON = date(2020, 3, 10)
CUT, NIGHT = moment(ON, "18:45"), moment(ON, "20:00")
FACTS = {"origin": "other_province", "origin_risk": "low", "code": "green", "temperature": 36.5, "symptoms": "no", "exposure_on": "unknown",
         "arrival_on": ON, "age": 40, "special": "none", "worker": "no"}
SILENT = ("第19乡", "第20乡")


def bound(cast, count):
    """So many people under an order at the near street."""
    for n in range(count):
        door = cast.units["502" if n % 2 else "601"]
        draft = draft_person(unit_id=door.pk, name=f"柳{'甲乙丙丁戊己庚辛'[n]}", at=cast.at, phone=f"1380000{n:04d}")
        [person] = people.add_people(people=[draft], by=cast.officer, at=cast.at)
        isolation.decide(findings=[isolation.Finding(person_id=person.pk, unit_id=door.pk, facts=FACTS, on=ON, is_from_abroad=False)],
                         by=named(SYSTEM), at=cast.at)


def late(cast):
    """It is told at night that one had left in the afternoon."""
    order = apps.get_model("isolation", "Order").objects.order_by("issued_at").first()
    isolation.leave_county(orders=[order], by=cast.officer, at=moment(ON, "16:00"))


def sent(county, cast):
    """What the file out of the house says of the county's people under an order."""
    ledger.map_codes(unit=county, data_set="pBOMPrpg1QX", attribute_combo="", by=cast.officer, at=NIGHT,
                     elements=dict.fromkeys(INDICATORS, ("-", "")) | {"managed": ("fbfJHSPpUQD", "")},
                     places={unit.pk: "DiszpKrYNg8" if unit.pk == county.pk else "-" for unit in below(county)})
    [one] = figures.export_dhis2(county, [ON])["dataValues"]
    return int(one["value"])


@everything()
def test_one_number_everywhere_and_a_trail_when_it_was_wrong(cast):
    county = cast.units["青禾县"]
    bound(cast, 8)
    evening.freeze_due(at=CUT + timedelta(seconds=30))  # whoever comes first writes the ledger
    wall = screens.count(unit=county, at=CUT + timedelta(seconds=40)).figures["whole"]
    late(cast)
    clock.book_due(at=CUT + timedelta(minutes=1))
    [issue] = bulletins.bulletins()
    facts = meetings.freeze(unit=county, cut_off_at=CUT, by=cast.officer, at=CUT + timedelta(minutes=2))
    situation.draft(bulletin=issue, by=cast.officer, at=CUT + timedelta(minutes=3))
    told = {"unit": county, "on": ON, "by": cast.officer, "at": NIGHT, "title": "通报"}
    release = papers.draft_paper(kind="press", words="全县在管【在管】人。", **told)
    weekly = papers.draft_paper(kind="weekly", words="全县在管【在管】人。", **told)
    for one in (release, weekly):
        papers.approve_paper(paper=one, by=cast.leader, at=NIGHT)
    book = indicators.book_of_day(county, ON)
    assert (book.signed_name, book.stands[county.pk]["managed"]) == ("罗文舒", 8)
    numbers = {wall["managed"], bulletins.figures_of(issue)["managed"], facts.readings.get(unit=county).figures["managed"],
               sent(county, cast),
               int(release.text.removeprefix("全县在管").removesuffix("人。")),
               *(one.value for one in weekly.figures.filter(code="managed", cut_off_at=CUT))}
    assert numbers == {8}

    cut = figures.cut_of_day(county, ON)
    change = ledger.ask_change(cut=cut, figures=[(county.pk, "managed")], reason="补报1人离县", by=cast.officer, at=NIGHT)
    assert {one.title for one in indicators.tellings(county, CUT)} == {"日报第 1 期", "新闻通稿 2020年第1期", "疫情防控周报 2020年第1期"}
    assert Turn.objects.filter(flow="figure_change", closed_at=None).count() == 1 and sent(county, cast) == 8
    ledger.change(change=change, by=cast.accounts["epi"], at=NIGHT)
    [step] = figures.trail(cut, county, "managed")
    assert (step.was, step.value, step.change.name, step.change.second_name) == (8, 7, "罗文舒", "沈知微")
    assert sent(county, cast) == 7 == meetings_of_later(county, cast)
    assert "“在管（人）”原报8，应为7" in bulletins.paper(issue).words()["corrections"][0]
    for one in (release, weekly):
        assert [(each.code, stands) for each, stands in now_differs(one)] == [("managed", 7)]
        assert "原报8，台账现为7" in word_text(printed(one, is_drill=False).docx()) and "在管8人" in one.text


def meetings_of_later(county, cast):
    """Who reads the book after the change reads what stands."""
    return indicators.booked(county, CUT, by=cast.officer, now=NIGHT)[county.pk]["managed"]


@everything()
def test_of_twenty_towns_two_are_silent(cast):
    county, officer = cast.units["青禾县"], cast.officer
    drafts = [{"parent": county, "level": "township", "name": f"第{n}乡", "code": f"9901009{n:02d}", "from_on": date(2020, 1, 1)}
              for n in range(3, 21)]
    towns = add_units(drafts=drafts, by=officer, at=cast.at - timedelta(days=1))
    for town in towns:
        account = Account.objects.create(login=f"town{town.pk}", name=f"{town.name}干部")
        Assignment.objects.create(account=account, role="township_cadre", unit=town, from_on=date(2020, 1, 1))
    mornings.open_due(at=moment(ON, "08:00"))
    owing = list(ZeroReport.objects.select_related("unit"))
    assert len(owing) == 20 and Turn.objects.filter(flow="zero_report", closed_at=None).count() == 20
    for report in owing:
        if report.unit.name not in SILENT:
            by = Assignment.objects.get(unit=report.unit, role="township_cadre").account
            papers.state_zero(report=report, by=by, at=moment(ON, "15:00"))
    escalate(at=moment(ON, "17:31"), by=named(SYSTEM))
    silent = Turn.objects.filter(flow="zero_report", closed_at=None).select_related("unit")
    assert {(turn.unit.name, turn.level) for turn in silent} == {(name, "county") for name in SILENT}
    issue = situation.freeze(unit=county, cut_off_at=CUT, by=officer, at=CUT)
    assert "零报告应报20个单位，过时未报2个：第19乡、第20乡。" in issue.summary
    assert (bulletins.figures_of(issue)["zero_due"], bulletins.figures_of(issue)["zero_missing"]) == (20, 2)
