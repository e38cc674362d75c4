"""会议纪要: who sat, on which facts, what was said of each item, what was decided and who does it by when."""
from dataclasses import dataclass
from pathlib import Path

from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, moment_words, numeral, stamp_words

from .. import queries

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Minutes:
    """Their words."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / "minutes.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / "minutes.docx", self.values, foot)


def minutes_of(meeting, *, is_drill) -> Minutes:
    """The minutes of one meeting; until it is closed they say that they are a draft."""
    with translation.override("zh-hans"):
        decided = queries.decisions_of(meeting)
        closed = meeting.closed_at
        sections = [_section(place, section) for place, section in enumerate(queries.agenda_of(meeting), 1)]
        decisions = [_decision(one) for one in decided]
        return Minutes({
            "title": f"{meeting.title or meeting.get_series_display()}纪要", "issue": f"{meeting.year}年第{meeting.number}次",
            "issuer": f"{meeting.unit.name}联防联控指挥部办公室",
            "state": "　".join(word for word, holds in (("演练数据", is_drill), ("草稿，未散会", not closed)) if holds),
            "when": _when(meeting), "place": meeting.place or "＿＿＿＿", "chair": meeting.chair or "＿＿＿＿",
            "keeper": meeting.keeper.name if meeting.keeper_id else "＿＿＿＿", **_came(meeting),
            "facts": f"数字截至{moment_words(meeting.cut_off_at)}，事实表校验码{meeting.facts.check_code}",
            "sections": sections, "decisions": decisions, "n_sections": len(sections), "n_decisions": len(decisions),
            "decided_title": f"{numeral(len(sections) + 1)}、议定事项",
            "issued": day_words(day_of(closed or meeting.begins_at)),
            "code": documents.check_code(str(meeting.pk), [section["matters"] for section in sections], decisions),
        })


def _when(meeting) -> str:
    begins = meeting.began_at or meeting.begins_at
    until = f"—{stamp_words(meeting.closed_at)[-5:]}" if meeting.closed_at else ""
    return f"{day_words(day_of(begins))} {stamp_words(begins)[-5:]}{until}"


def _came(meeting) -> dict:
    """Who came, who excused himself and who came for him, who was missing."""
    seats = queries.attendance_of(meeting)
    said = {comes: "、".join(_seat(one) for one in seats if one.comes == comes) or "无" for comes in ("present", "apology", "absent")}
    return said | {"expected": str(len(seats))}


def _seat(one) -> str:
    return f"{one}（{one.deputy}代）" if one.deputy else str(one)


def _section(place, section) -> dict:
    items = [{"title": f"{n}. {item.title['zh']}", "note": item.note.get("zh", ""), "said": item.said or "（会上没有另说）"}
             for n, item in enumerate(section.items, 1)]
    return {"title": f"{numeral(place)}、{section.word}", "matters": items}


def _decision(one) -> dict:
    shares = [{"who": _owner(share), "what": share.words if share.words != one.words else "同上", "where": share.where or "—",
               "due": share.due_words or "未定", "evidence": share.get_evidence_display()}
              for share in one.shares.all()]
    return {"words": f"（{numeral(one.number)}）{one.words}", "shares": shares}


def _owner(share) -> str:
    if share.account_id:
        return share.account.name
    return f"{share.unit.name} {share.get_role_display()}".strip() if share.unit_id else "未定"
