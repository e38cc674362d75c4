"""In the room: minutes, decisions, who does what; it is closed when each has an owner and a time, and then they stand."""
from datetime import timedelta

import pytest

from lianfang.ground.accounts.scope import everything
from lianfang.ground.days import moment
from lianfang.ground.journal.models import Line
from lianfang.ground.workflow import Refused
from lianfang.ground.workflow.models import Turn
from lianfang.overview.meetings import actions, queries
from lianfang.overview.meetings.models import AgendaItem, Decision, Share

from .conftest import ON

AT = moment(ON, "19:10")


def test_minutes_are_kept_and_nobody_writes_over_another(cast, sitting):
    with everything():
        item = AgendaItem.objects.filter(meeting=sitting).first()
        seen = sitting.__class__.objects.get(pk=sitting.pk).version
        noted = actions.note_item(item=item, said="禾阳街道说明了情况。", was=0, by=cast.officer, at=AT)
        assert (noted.said_version, noted.said_by) == (1, cast.officer)
        assert sitting.__class__.objects.get(pk=sitting.pk).version == seen + 1
        with pytest.raises(Refused, match=r"罗文舒刚才改过.*禾阳街道说明了情况"):
            actions.note_item(item=item, said="另一句。", was=0, by=cast.leader, at=AT)
        with pytest.raises(Refused, match="不能有电话"):
            actions.note_item(item=noted, said="打 13800000000 找他", was=1, by=cast.officer, at=AT)
        with pytest.raises(Refused, match="催办下级"):
            actions.note_item(item=noted, said="我来记", was=1, by=cast.epi, at=AT)
        assert Line.objects.filter(verb="meetings.note_item").count() == 1


def test_each_decision_has_an_owner_and_a_time_before_the_meeting_closes(cast, sitting):
    town = cast.units["禾阳街道"]
    with everything():
        added = actions.add_item(meeting=sitting, words="物资", by=cast.leader, at=AT)
        first = actions.word_decision(meeting=sitting, item=added, words="今晚把体温计发到各村", by=cast.officer, at=AT,
                                      shares=[{"unit": town, "evidence": "photo"}, {"account": cast.epi, "words": "核对数量"}])
        one, other = first.shares.order_by("pk")
        assert (one.role, one.due_at, one.words) == ("township_cadre", moment(ON, "24:00"), first.words)
        assert (other.unit, other.account, other.role) == (cast.units["青禾县"], cast.epi, "")
        second = actions.word_decision(meeting=sitting, words="加开一个卡口", by=cast.officer, at=AT)
        with pytest.raises(Refused, match="第 2 条决定还没有写明谁办"):
            actions.close(meeting=sitting, by=cast.officer, at=AT)
        for wrong, words in (({"unit": town, "role": "county_leader"}, "没有“县领导”"), ({"unit": town, "due_at": AT}, "时限已经过了"),
                             ({"account": cast.accounts["post"], "evidence": "x"}, "什么佐证")):
            with pytest.raises(Refused, match=words):
                actions.give_share(decision=second, by=cast.officer, at=AT, **wrong)
        before = Share.objects.count()
        with pytest.raises(Refused, match="时限已经过了"):
            actions.give_shares(decision=second, shares=[{"unit": town}, {"unit": town, "due_at": AT}], by=cast.officer, at=AT)
        with pytest.raises(Refused, match="不能有电话"):
            actions.give_share(decision=second, unit=town, where="找 13800000000", by=cast.officer, at=AT)
        assert Share.objects.count() == before, "all or none"
        share = actions.give_share(decision=second, unit=town, by=cast.officer, at=AT, due_at=AT + timedelta(hours=1))
        actions.drop_share(share=share, by=cast.officer, at=AT)
        assert not Line.objects.filter(verb="meetings.decide").exists()
        actions.drop_decision(decision=second, by=cast.officer, at=AT)
        version, seen_open = sitting.__class__.objects.get(pk=sitting.pk).version, sitting.__class__.objects.get(pk=sitting.pk)
        with pytest.raises(Refused, match="又改过"):
            actions.close(meeting=sitting, version=version - 1, by=cast.officer, at=AT)
        actions.close(meeting=sitting, version=version, by=cast.officer, at=AT)
        told = Line.objects.get(verb="meetings.decide")
        [handed] = queries.handed([told.record])
        assert handed.decision == first and len(handed.shares) == 2 and Decision.objects.get(pk=first.pk).because == told.id
        assert set(told.data) == {"meeting", "number"}
        assert not Turn.objects.open().filter(record=sitting.pk).exists()
        came = {str(seat): seat.comes for seat in queries.attendance_of(sitting)}
        assert came.pop("郑怀远") == came.pop(cast.officer.name) == "present", "who took the chair and who kept the minutes were there"
        assert set(came.values()) == {"absent"}
        with pytest.raises(Refused):
            actions.word_decision(meeting=sitting.__class__.objects.get(pk=sitting.pk), words="再加一条", by=cast.officer, at=AT)
        with pytest.raises(Refused, match="刚才换了状态"):
            actions.word_decision(meeting=seen_open, words="散会时才写的一条", shares=[{"unit": town}], by=cast.officer, at=AT)
        assert Share.objects.count() == 2 and Decision.objects.count() == 1


def test_who_came(cast, sitting):
    with everything():
        actions.attend(meeting=sitting, account=cast.leader, comes="present", by=cast.officer, at=AT)
        actions.attend(meeting=sitting, account=cast.leader, comes="apology", deputy="吴天明", by=cast.officer, at=AT)
        actions.attend(meeting=sitting, guest="县人民医院院长", office="县人民医院", by=cast.officer, at=AT)
        seats = {str(one): (one.comes, one.deputy) for one in queries.attendance_of(sitting)}
        assert seats["郑怀远"] == ("apology", "吴天明") and seats["县人民医院院长"] == ("present", "")
        with pytest.raises(Refused, match="写明是谁"):
            actions.attend(meeting=sitting, by=cast.officer, at=AT)
