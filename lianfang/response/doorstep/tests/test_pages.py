"""The pages of doorstep: from the list of campaigns to a visit, in few presses, in one's own area only."""
import re

import pytest
from django.urls import reverse

from lianfang.registers.people.models import Person
from lianfang.response.doorstep.models import Call, Campaign, Found, Household, Seal, Share, Visit
from lianfang.response.doorstep.queries import seals as known


def text(answer):
    return answer.content.decode()


def test_a_cadre_begins_a_campaign_in_her_own_community(cast, doors, browse):
    page = browse(cast.cadre).get(reverse("doorstep:launch"))
    assert "丰禾社区" in text(page) and "梨花沟村" not in text(page)
    sent = {"title": "三月大排查", "purpose": "找出返乡人员", "basis": "县指挥部 3 号令", "areas": [cast.units["丰禾社区"].pk],
            "from_on": "2020-03-10", "until_on": "2030-03-15"}
    answer = browse(cast.cadre).post(reverse("doorstep:launch"), sent)
    one = Campaign.objects.get()
    assert answer.url == reverse("doorstep:campaign", args=[one.pk]) and one.unit == cast.units["丰禾社区"]
    assert browse(cast.cadre).post(reverse("doorstep:launch"), sent | {"areas": [cast.units["梨花沟村"].pk]}).status_code == 422


def test_a_visit_is_written_down_and_the_next_door_comes(cast, doors, campaign, browse):
    grid = browse(cast.grid)
    share = Share.objects.get(unit=cast.units["丰禾第四网格"])
    listed = grid.get(reverse("doorstep:share", args=[share.pk]), follow=True)
    assert text(listed).count("没去过") >= 4
    sent = {"outcome": "visited", "head_count": "3", "campaign": str(campaign.pk)}
    answer = grid.post(reverse("doorstep:visit", args=[doors["101"]]), sent)
    assert answer.status_code == 302 and "open=1" in answer.url
    assert Household.objects.get(unit=doors["101"]).outcome == "visited"
    wrong = grid.post(reverse("doorstep:visit", args=[doors["101"]]), {"outcome": "visited", "head_count": "2", "ill": "3"})
    assert wrong.status_code == 422 and "不会比住的人还多" in text(wrong)
    assert browse(cast.far_grid).post(reverse("doorstep:visit", args=[doors["101"]]), sent).status_code == 404


def test_a_campaign_that_is_none_is_no_page(cast, doors, campaign, browse):
    assert browse(cast.grid).get(reverse("doorstep:visit", args=[doors["101"]]), {"campaign": "x"}).status_code == 404


def test_pressing_twice_is_one_visit_and_one_find_and_going_back_says_so(cast, doors, campaign, browse):
    page, grid = reverse("doorstep:visit", args=[doors["101"]]), browse(cast.grid)
    own = {"id": re.search(r'name="id" value="([^"]+)"', text(grid.get(page)))[1]}
    first = own | {"campaign": campaign.pk, "outcome": "visited", "head_count": 3, "returnees": 1, "ill": 0}
    assert grid.post(page, first).url == grid.post(page, first).url and Visit.objects.count() == 1
    changed = grid.post(page, first | {"head_count": 4})
    assert changed.status_code == 422 and "已经记过一次" in text(changed)
    page = reverse("doorstep:find", args=[doors["101"]])
    own = {"id": re.search(r'name="id" value="([^"]+)"', text(grid.get(page)))[1]}
    found = own | {"name": "周建明", "id_number": "110101199003070070", "origin_kind": "other_province", "origin": "湖北武汉"}
    assert grid.post(page, found).url == grid.post(page, found).url and Found.objects.count() == 1
    other = grid.post(page, found | {"name": "高原", "id_number": "420106198503120011"})
    assert other.status_code == 422 and Person.objects.count() == 1


def test_who_came_back_is_asked_for_next_and_decided_on(cast, doors, campaign, browse):
    grid = browse(cast.grid)
    sent = {"outcome": "visited", "head_count": "3", "returnees": "1", "campaign": str(campaign.pk)}
    answer = grid.post(reverse("doorstep:visit", args=[doors["101"]]), sent)
    assert answer.url.startswith(reverse("doorstep:find", args=[doors["101"]]))
    found = {"name": "周建明", "id_kind": "id_card", "id_number": "220722198901011238", "origin_kind": "other_province",
             "origin": "湖北武汉", "arrived_on": "2020-03-09", "symptoms": "no", "colour": "green", "temperature": "36.5"}
    answer = grid.post(answer.url, found)
    assert answer.url == reverse("home:person", args=[Person.objects.get().pk])


def test_somebody_sought_is_recorded_at_the_door_where_he_was_found(cast, doors, browse):
    grid, page = browse(cast.grid), reverse("doorstep:whose")
    assert grid.post(page, {"address": "向阳小区8栋1单元101"}).url == reverse("doorstep:find", args=[doors["101"]])
    for unknown in ("向阳小区", "向阳小区8栋1单元999", "梨花沟村东胡同5号"):
        refused = grid.post(page, {"address": unknown})
        assert refused.status_code == 422 and "对不上一户" in text(refused), unknown


def test_coverage_opens_unit_by_unit_and_its_gaps_open_their_doors(cast, doors, campaign, visit, browse):
    visit(doors["101"], "visited", 3)
    officer = browse(cast.officer)
    page = officer.get(reverse("doorstep:campaign", args=[campaign.pk]))
    assert "禾阳街道" in text(page) and "差 3" in text(page) + text(page).replace("漏", "差")
    below = officer.get(reverse("doorstep:campaign", args=[campaign.pk]), {"unit": cast.units["丰禾社区"].pk})
    assert "丰禾第四网格" in text(below)
    gaps = officer.get(reverse("doorstep:households"), {"campaign": campaign.pk, "open": 1, "unit": cast.units["禾阳街道"].pk})
    assert text(gaps).count("没去过") >= 3 and "东胡同" not in text(gaps)
    far = browse(cast.far_cadre).get(reverse("doorstep:campaign", args=[campaign.pk]))
    assert far.status_code == 200 and "禾阳街道" not in text(far)
    elsewhere = {"unit": cast.units["禾阳街道"].pk}
    assert browse(cast.far_cadre).get(reverse("doorstep:campaign", args=[campaign.pk]), elsewhere).status_code == 404


@pytest.mark.parametrize("figure", ["doors_due", "doors_answered", "doors_unanswered"])
def test_a_figure_opens_its_doors(cast, doors, campaign, visit, browse, figure):
    visit(doors["101"], "visited", 3, at=cast.at)
    page = browse(cast.officer).get(reverse("doorstep:households"), {"figure": figure})
    assert {"doors_due": 6, "doors_answered": 1, "doors_unanswered": 5}[figure] == page.context["table"].count


def test_a_call_opens_its_visit_and_slips_are_printed_posted_and_found_broken(cast, doors, campaign, visit, browse):
    visit(doors["102"], "nobody_home")
    visit(doors["101"], "empty")
    grid = browse(cast.grid)
    assert grid.get(reverse("doorstep:call", args=[Call.objects.get().pk])).url.startswith(reverse("doorstep:visit", args=[doors["102"]]))
    assert "1 户" in text(grid.get(reverse("doorstep:print_seals")))
    paper = grid.post(reverse("doorstep:print_seals"))
    assert paper["Content-Type"] == "application/pdf"
    seal = Seal.objects.get()
    there = grid.get(reverse("doorstep:scan"), {"code": known.code_of(seal)})
    assert there.url == reverse("doorstep:seal", args=[seal.pk])
    for act, state in (("post", "posted"), ("broken", "broken")):
        grid.post(there.url, {"act": act})
        seal.refresh_from_db()
        assert seal.state == state
    assert "今天" in text(grid.post(there.url, {"act": "intact"}, follow=True)) or seal.state == "broken"


def test_the_end_is_pressed_by_whoever_leads_there(cast, doors, campaign, browse):
    assert browse(cast.cadre).post(reverse("doorstep:close", args=[campaign.pk])).status_code == 404
    assert browse(cast.grid).post(reverse("doorstep:close", args=[campaign.pk])).status_code == 403
    browse(cast.officer).post(reverse("doorstep:close", args=[campaign.pk]))
    assert Campaign.objects.get().state == "closed"
    assert not Visit.objects.exists()
