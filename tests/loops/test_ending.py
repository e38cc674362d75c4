"""The emergency ends: by three people of two units, after it has cooled; nobody is left, the figures are, and the journal still holds."""
from collections import Counter
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.models import UUIDField

from lianfang.ground.accounts.models import Account, phone_key
from lianfang.ground.accounts.proofs.tries import key
from lianfang.ground.days import now
from lianfang.ground.indicators.suppress import suppressed
from lianfang.ground.journal import chain
from lianfang.ground.journal.models import Line
from lianfang.ground.journal.numbers import number_of
from lianfang.ground.outbox import boxes
from lianfang.ground.retention.whole import going
from lianfang.ground.units.models import Unit
from lianfang.ground.vault import open_bytes, ring, seal_bytes
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.overview.ending import actions, queries, words
from lianfang.overview.ending.models import Ending
from lianfang.overview.ending.papers.certificate import paper_of
from lianfang.overview.ending.proof import proof
from lianfang.overview.situation.models import BulletinFigure
from lianfang.registers.people.models import Person
from lianfang.response.isolation.models import Order
from tests import reading
from tests.samples.isolation import NAME, order

WEEK = timedelta(days=7)
OF_NOBODY = {"campaign", "share", "shift", "batch", "drive"}  # turns of grids, posts and firms, which name nobody
OF_NOBODY |= {"directive", "receipt", "adoption", "meeting", "inspection_round", "risk_point", "risk_week", "closure", "paper",
              "zero_report", "called_back"}  # and of offices


def refused(action, **given):
    with pytest.raises(Refused) as said:
        action(**given)
    return str(said.value)


def test_without_a_document_or_the_right_nobody_proposes(stage):
    county, at = stage.cast.units["青禾县"], stage.cast.at
    assert "文号" in refused(actions.propose, unit=county, basis=" ", by=stage.near, at=at)
    assert "不归您" in refused(actions.propose, unit=county, basis="文件", by=stage.cast.grid, at=at)


def test_one_at_a_time(stage, proposed):
    assert "在办" in refused(actions.propose, unit=proposed.unit, basis="又一份", by=stage.near, at=stage.cast.at)


def test_two_others_of_two_units(stage, proposed):
    at, cast = stage.cast.at, stage.cast
    assert "提议人" in refused(actions.agree, ending=proposed, by=stage.near, at=at)
    actions.agree(ending=proposed, by=cast.leader, at=at)
    assert "同一个单位" in refused(actions.approve, ending=proposed, by=cast.supervisor, at=at)
    assert "批准过" in refused(actions.approve, ending=proposed, by=cast.leader, at=at)
    assert "提议人" in refused(actions.approve, ending=proposed, by=stage.near, at=at)
    actions.approve(ending=proposed, by=cast.far_township, at=at)
    assert (proposed.state, proposed.cooling_until) == ("cooling", at + WEEK)


def test_while_it_cools_nothing_goes_and_it_is_taken_back(stage, cooling):
    assert "冷静期" in refused(actions.carry_out, ending=cooling, by=stage.near, at=stage.cast.at + WEEK - timedelta(minutes=1))
    actions.revoke(ending=cooling, by=stage.cast.township, at=stage.cast.at + timedelta(days=6))
    assert cooling.state == "revoked" and Person.objects.filter(name=NAME).exists()
    assert "不能" in refused(actions.carry_out, ending=cooling, by=stage.near, at=stage.cast.at + WEEK)


def test_nobody_is_left_and_what_is_nobodys_stays(stage, ended):
    for model in (Person, Order):
        assert not model.objects.exists()
    assert list(BulletinFigure.objects.values_list("code", "value")) == stage.figures
    assert set(Turn.objects.values_list("flow", flat=True)) <= {"bulletin", "ending"} | OF_NOBODY
    assert ended.state == "ended" and ended.gone["people.Person"] >= 1 and proof(ended) == []


def test_the_journal_holds_and_leads_to_no_door(stage, ended):
    assert chain.first_bad() is None
    now = dict(Unit.objects.values_list("name", "pk"))
    assert now["丰禾社区"] == stage.doors["丰禾社区"] and now["502"] != stage.doors["502"]
    door = Unit.objects.get(name="502")
    assert door.path.startswith(Unit.objects.get(name="丰禾第四网格").path) and door.ancestor_ids[-1] == door.pk
    assert Unit.objects.get(pk=door.parent_id).path + f"{door.pk}/" == door.path
    assert Line.objects.filter(unit=stage.doors["502"], subject__isnull=False).exists()
    assert NAME not in str(list(Line.objects.values_list("data", flat=True)))


def test_what_was_sealed_before_no_longer_opens_and_what_stays_does(stage, cooling, at_once):
    stage.cast.grid.phone = "13800007777"
    stage.cast.grid.save()
    before = seal_bytes("people.phone", b"13900001111")
    number = before[1]
    actions.carry_out(ending=cooling, by=stage.near, at=stage.cast.at + WEEK)
    assert open_bytes("people.phone", before)
    actions.go_on(ending=cooling, by=stage.near, at=stage.cast.at + WEEK)
    with pytest.raises(KeyError):
        open_bytes("people.phone", before)
    assert number in Ending.objects.get().gone["keys"]
    assert Account.objects.get(pk=stage.cast.grid.pk).phone.open() == "13800007777"


def test_no_key_of_before_opens_a_box_or_lets_a_number_be_guessed(stage, cooling, at_once, settings):
    grid, at, entry = stage.cast.grid, stage.cast.at + WEEK, {"id": "0198f3a2-1381-7345-8789-a38000012345", "account": 7}
    grid.phone, grid.phone_blind = "13800007777", phone_key("13800007777")
    grid.save()
    box, found = boxes.sealed(entry, boxes.secret_of(7)), str(grid.phone_blind)
    told, tried = boxes.digest("13800007777"), key("account", "13800007777")
    copied = {path.name: path.read_text() for path in settings.KEYS.glob("*.key") if not path.name.startswith("emergency")}
    assert boxes.opened(entry["id"], box) == entry
    actions.carry_out(ending=cooling, by=stage.near, at=at)
    actions.go_on(ending=cooling, by=stage.near, at=at)
    with pytest.raises(boxes.Shut):
        boxes.opened(entry["id"], box)
    assert boxes.opened(entry["id"], boxes.sealed(entry, boxes.secret_of(7))) == entry
    now = Account.objects.get(phone_blind=str(phone_key("13800007777")))
    assert now == grid and now.phone_blind != found and boxes.digest("13800007777") != told and key("account", "13800007777") != tried
    for kind in ring.KINDS:  # a backup carries them under its passphrase
        with pytest.raises(ring.WrapGone):
            ring.opened_keys(copied, kind)


@pytest.mark.parametrize("part", queries.PARTS)
def test_killed_before_any_part_it_goes_on(stage, cooling, at_once, monkeypatch, part):
    from lianfang.overview.ending.actions import carry

    actions.carry_out(ending=cooling, by=stage.near, at=stage.cast.at + WEEK)

    def cut(*_given):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setitem(carry.DO, part, cut)
        with pytest.raises(KeyboardInterrupt):
            actions.go_on(ending=cooling, by=stage.near, at=stage.cast.at + WEEK)
    found = Ending.objects.get()
    assert (found.state, found.done) == ("carrying", list(queries.PARTS[:queries.PARTS.index(part)]))
    assert actions.go_on(ending=found, by=stage.near, at=stage.cast.at + WEEK)
    assert Ending.objects.get().gone["people.Person"] >= 1 and proof(Ending.objects.get()) == []


def test_somebody_who_is_at_it_is_not_disturbed(stage, cooling):
    actions.carry_out(ending=cooling, by=stage.near, at=stage.cast.at + WEEK)
    Ending.objects.update(leased_until=stage.cast.at + WEEK + timedelta(minutes=5))
    assert not actions.go_on(ending=cooling, by=stage.near, at=stage.cast.at + WEEK)
    assert Order.objects.filter(pk=stage.of(order)).exists()


def test_the_preview_says_what_goes_and_what_stays(stage):
    stage.everything()
    found = queries.preview(stage.cast.at)
    assert found.goes["people.Person"] == Person.objects.count() and found.left_out >= 1
    assert Order.objects.exists()


@pytest.mark.parametrize(("cells", "shown"), [
    ({("a", "x"): 3, ("b", "x"): 9, ("c", "x"): 7}, {("a", "x"): None, ("b", "x"): 9, ("c", "x"): None}),
    ({("a", "x"): 1, ("b", "x"): 1, ("c", "x"): 50}, {("a", "x"): None, ("b", "x"): None, ("c", "x"): None}),
    ({("a", "x"): 0, ("b", "x"): 5}, {("a", "x"): 0, ("b", "x"): 5}),
    ({("a", "x"): 2}, {("a", "x"): None}),
])
def test_small_cells_are_left_out_and_no_sum_gives_them_back(cells, shown):
    assert suppressed(Counter(cells), 5) == shown


def test_the_command_refuses_in_a_sentence(stage):
    with pytest.raises(CommandError, match="没有在办"):
        call_command("end-emergency", "approve", "--as", "leader")
    with pytest.raises(CommandError, match="还没有结束过"):
        call_command("end-emergency", "verify")


def test_the_page_says_who_decided_how_far_it_is_and_hands_out_the_certificate(stage, ended, client):
    client.force_login(stage.cast.leader, backend="lianfang.ground.accounts.sessions.AccountBackend")
    page = client.get(f"/ending/{ended.pk}/").content.decode()
    assert ended.digest in page and "岳小满" in page and "销毁密钥" in page
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = client.get(f"/ending/{ended.pk}/certificate.{form}")
        assert answer.status_code == 200 and answer.content.startswith(begins)
    told = Line.objects.filter(verb="ui.hand_out", record=ended.pk, by=stage.cast.leader.pk)
    assert told.count() == 2
    paper = reading.text(client.get(f"/ending/{ended.pk}/certificate.pdf").content)
    assert stage.cast.leader.name in paper and number_of(told.latest("id")) in paper
    assert ended.digest in paper.replace("\n", "") and "不能恢复" in paper and NAME not in paper


def test_the_certificate_says_what_of_it_a_hand_must_destroy(stage, ended):
    said = paper_of(ended).words()
    assert "账号" in said["stays"] and f"第{ended.gone['emergency_keys'][0]}号" in said["keys"] and "仍是明文" in said["keys"]
    assert "连续备份" not in said["keys"]
    ended.gone["replica"] = 7
    assert "连续备份的副本已停下并删除7个文件" in paper_of(ended).words()["keys"]


def test_every_kind_of_record_that_goes_has_its_word(db):
    own = {model._meta.label for model in going(now()) if isinstance(model._meta.pk, UUIDField)}
    assert own - set(words.KINDS) == set() and own > {"redress.Appeal", "discretion.Glimpse"}


def test_the_page_of_retention_heads_its_columns_by_the_days_that_are_counted(stage, client, monkeypatch):
    monkeypatch.setattr("lianfang.ground.retention.queries.AHEAD", (0, 3, 11))
    client.force_login(stage.cast.admin, backend="lianfang.ground.accounts.sessions.AccountBackend")
    page = client.get("/ending/kept/").content.decode()
    assert "今天到期" in page and "3 天内" in page and "11 天内" in page and "30 天内" not in page


def test_a_township_begins_it_on_its_page_and_the_turn_at_the_county_is_done(stage, cooling, client):
    Ending.objects.update(cooling_until=now() - WEEK)
    client.force_login(stage.cast.township, backend="lianfang.ground.accounts.sessions.AccountBackend")
    page = client.get(f"/ending/{cooling.pk}/").content.decode()
    assert "开始删除" in page and "另一个单位" not in page
    client.post(f"/ending/{cooling.pk}/carry-out/")
    assert Ending.objects.get().state == "carrying"
    assert list(Turn.objects.filter(record=cooling.pk, closed_at=None).values_list("state", flat=True)) == ["carrying"]
