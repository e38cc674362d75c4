"""What changes is computed anew: an onset corrected, a stay told later, a contact who falls ill; each from his own last exposure."""
from datetime import date, timedelta

import pytest

from lianfang.ground import indicators
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.registers.outside.actions import Said
from lianfang.registers.outside.queries import answers_of
from lianfang.registers.people.models import Membership
from lianfang.response.tracing import actions, queries
from lianfang.response.tracing.jobs import end_watches
from lianfang.response.tracing.models import Contact, Index, Stay

from .conftest import ILL

NINTH = date(2020, 3, 9)


@pytest.fixture
def contact(cast, index, case, someone, was):
    """Who ate with the case on the 8th, accepted."""
    mate = someone("高原", "601")
    was(case, "1200-1300 吃饭 同福酒家")
    was(mate, "1200-1300 吃饭 同福酒家")
    return actions.accept(index=index, people=[mate.pk], by=cast.epi, at=cast.at)[0]


def test_a_later_exposure_moves_the_watch_and_the_order(cast, index, case, contact, was):
    was(case, "0800-0900 上班 棉纺厂", NINTH)
    was(contact.person, "0800-0900 上班 棉纺厂", NINTH)
    contact.refresh_from_db()
    assert (contact.last_exposed_on, contact.watch_until_on) == (NINTH, date(2020, 3, 23))
    told = Line.objects.get(verb="tracing.recompute", record=contact.pk)
    assert told.data == {"from": "2020-03-08", "to": "2020-03-09", "kind": "close"}


def test_an_onset_corrected_counts_other_days(cast, index, case, contact, someone, was):
    early = someone("林下")
    was(case, "0800-0900 上班 棉纺厂", date(2020, 3, 4))
    was(early, "0800-0900 上班 棉纺厂", date(2020, 3, 4))
    assert not queries.proposals(index, cast.at)
    actions.retime_index(index=index, anchor="onset", anchor_on=date(2020, 3, 6), by=cast.epi, at=cast.at)
    assert index.from_on == date(2020, 3, 4)
    assert [one.person.name for one in queries.proposals(index, cast.at)] == ["林下"]


def test_nobody_is_let_go_by_a_correction(cast, index, contact, was):
    actions.retime_index(index=index, anchor="sampled", anchor_on=date(2020, 3, 10), isolated_at=None, by=cast.epi, at=cast.at)
    actions.drop_stay(stay=Stay.objects.get(person=contact.person), by=cast.epi, at=cast.at)
    contact.refresh_from_db()
    assert contact.state == "watched"


def test_a_contact_who_falls_ill_is_a_case_and_his_own_contacts_are_looked_for(cast, contact, someone, was):
    wife = someone("吕春", "601")
    own = actions.open_index(person=contact.person, disease="covid_19", anchor="onset", anchor_on=NINTH, by=cast.epi, at=cast.at)
    contact.refresh_from_db()
    assert contact.state == "turned" and own.from_on == date(2020, 3, 7)
    assert {one.person_id for one in queries.proposals(own, cast.at)} >= {wife.pk}


def test_the_same_case_is_opened_once(cast, index, case):
    again = actions.open_index(person=case, disease="covid_19", anchor="onset", anchor_on=date(2020, 3, 7), by=cast.epi, at=cast.at)
    assert again.pk == index.pk and Index.objects.get().from_on == date(2020, 3, 5)


def test_a_watch_ends_with_its_last_day_and_the_index_with_the_last_watch(cast, index, contact, later):
    actions.finish_index(index=index, by=cast.epi, at=cast.at)
    end_watches(at=later(3, 22, "00:10"))
    contact.refresh_from_db()
    assert contact.state == "watched"
    end_watches(at=later(3, 23, "00:10"))
    contact.refresh_from_db()
    index.refresh_from_db()
    assert (contact.state, index.state) == ("completed", "ended")


def test_taken_back_he_is_on_record_as_a_contact_no_more(cast, contact):
    actions.withdraw(contacts=[contact], by=cast.epi, at=cast.at)
    assert contact.state == "dropped" and not Membership.objects.filter(category="contact", until_on=None).exists()


def test_who_lives_elsewhere_is_handed_over(cast, index, later):
    who = actions.Somebody("林下", phone="13800005678", address="邻县北关大街3号")
    named = actions.Named(who, "meal", ILL, ILL, elsewhere="邻县", near="within_1m", minutes=60)
    said = actions.name_contact(index=index, named=named, by=cast.epi, at=cast.at)
    [made] = actions.accept(index=index, people=[said.person_id], by=cast.epi, at=cast.at)
    assert (made.state, made.elsewhere) == ("elsewhere", "邻县")
    told = {"by": cast.epi, "at": cast.at}
    with pytest.raises(Refused, match="回拨电话"):
        actions.receive(contact=made, said=Said("邻县疾控中心", "田禾", " ", cast.at), **told)
    made.refresh_from_db()
    with pytest.raises(Refused, match="答复的时间"):
        actions.receive(contact=made, said=Said("邻县疾控中心", "田禾", "0000-5550101", cast.at - timedelta(hours=1)), **told)
    made.refresh_from_db()
    actions.receive(contact=made, said=Said("邻县疾控中心", "田禾", "0000-5550101", cast.at, number="邻疾控函〔2020〕9号"), **told)
    due = Turn.objects.open().get(record=made.pk)
    assert (made.state, due.state, due.due) == ("received", "received", later(3, 24, "00:00"))
    actions.note_missing(contact=made, said=Said("邻县疾控中心", "田禾", "0000-5550101", cast.at), **told)
    with pytest.raises(Refused, match="观察期还没有过"):
        actions.lose_contact(contact=made, **told)
    actions.hand_over(contacts=[made], to="远县", **told)
    actions.note_outcome(contact=made, outcome="positive", said=Said("远县疾控中心", "马原", "0000-5550202", cast.at), **told)
    assert [(one.kind, one.name, one.phone.open()) for one in answers_of(made.pk)] == [
        ("receipt", "田禾", "0000-5550101"), ("missing", "田禾", "0000-5550101"), ("positive", "马原", "0000-5550202")]
    assert made.state == "answered" and not Turn.objects.open().filter(record=made.pk).exists()


def test_who_is_never_found_elsewhere_counts_as_lost_from_the_day_he_is_given_up(cast, index, later):
    def lost(at):
        return indicators.values(("contacts_lost",), cast.units["青禾县"].path, at)["contacts_lost"]

    who = actions.Somebody("林下", phone="13800005678", address="邻县北关大街3号")
    named = actions.Named(who, "meal", ILL, ILL, elsewhere="邻县", near="within_1m", minutes=60)
    said = actions.name_contact(index=index, named=named, by=cast.epi, at=cast.at)
    [made] = actions.accept(index=index, people=[said.person_id], by=cast.epi, at=cast.at)
    actions.note_missing(contact=made, said=Said("邻县疾控中心", "田禾", "0000-5550101", cast.at), by=cast.epi, at=cast.at)
    over = later(3, 24, "08:00")
    assert lost(over) == 0
    actions.lose_contact(contact=made, by=cast.epi, at=over)
    assert (lost(cast.at), lost(over)) == (0, 1)


def test_a_withdrawn_contact_s_county_is_told(cast, contact):
    told = {"by": cast.epi, "at": cast.at}
    actions.hand_over(contacts=[contact], to="邻县", **told)
    actions.withdraw(contacts=[contact], **told)
    assert contact.state == "recalled" and not Membership.objects.filter(category="contact", until_on=None).exists()
    assert Turn.objects.open().get(record=contact.pk).due == cast.at + timedelta(hours=4)
    actions.tell_recall(contact=contact, said=Said("邻县疾控中心", "田禾", "0000-5550101", cast.at), **told)
    assert contact.state == "dropped"


def test_whoever_is_named_is_recorded_once_under_his_category(cast, index, case):
    who = actions.Somebody("林下", id_number="110101199003070070")
    for ground in ("meal", "work"):
        actions.name_contact(index=index, named=actions.Named(who, ground, ILL, ILL), by=cast.epi, at=cast.at)
    [one] = queries.proposals(index, cast.at)
    assert len(one.all) == 2 and Membership.objects.filter(category="contact").count() == 1
    with pytest.raises(Refused, match="另一个姓名"):
        other = actions.Somebody("钱多多", id_number="110101199003070070")
        actions.name_contact(index=index, named=actions.Named(other, "meal", ILL, ILL), by=cast.epi, at=cast.at)


@pytest.mark.parametrize(("first", "last", "why"), [(date(2020, 3, 9), ILL, "接触日期不对"), (ILL, date(2020, 3, 11), "接触日期不对"),
                                                    (date(2020, 3, 1), date(2020, 3, 2), "不在要排查的日子里")])
def test_days_that_cannot_be_are_refused(cast, index, first, last, why):
    with pytest.raises(Refused, match=why):
        actions.name_contact(index=index, named=actions.Named(actions.Somebody("林下"), "meal", first, last), by=cast.epi, at=cast.at)


def test_two_places_at_one_time_and_tomorrow_are_refused_and_a_day_sent_twice_is_kept_once(cast, case, was):
    was(case, "1200-1300 吃饭 同福酒家")
    assert was(case, "1200-1300 吃饭 同福酒家") == []
    with pytest.raises(Refused, match="重叠"):
        was(case, "1230-1330 上班 供销社")
    with pytest.raises(Refused, match="还没有到"):
        was(case, "0800-1000 上班 供销社", cast.on)
    assert not Contact.objects.exists()
