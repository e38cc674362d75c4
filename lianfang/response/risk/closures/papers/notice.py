"""公告: put up where something is shut: where, what, from when until when, who passes, whom to call; nobody is named."""
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, moment_words

from ..words import lift_words, purpose_word, what_words

HERE = Path(__file__).parent
SHOWN = 12
TITLES = {"place": "关于实行封闭管理的公告", "transport": "关于暂停客运服务的公告",
          "trade": "关于暂停营业的公告", "event": "关于停办聚集活动的公告"}


@dataclass(frozen=True)
class Paper:
    """Its words."""

    values: dict
    template: str = "notice"

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / f"{self.template}.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / f"{self.template}.docx", self.values, foot)


def until_words(until) -> str:
    """到2020年3月20日24时; 到另行通知解除为止."""
    return f"到{moment_words(until)}" if until else "到另行通知解除为止"


def heading_of(closure) -> dict:
    """What every paper of an order begins and ends with."""
    county = closure.unit
    return {"issuer": f"{county.name}联防联控指挥部", "number": closure.number, "what": what_words(closure, None),
            "issued": day_words(day_of(closure.approved_at)), "code": documents.check_code(str(closure.pk), closure.number)}


def notice_of(closure, *, is_drill) -> Paper:
    """The notice of an order in force, in the language of papers."""
    names = [one.unit.name for one in closure.areas.select_related("unit").order_by("unit__path")]
    where = "、".join(names[:SHOWN]) + (f"等 {len(names)} 处" if len(names) > SHOWN else "")
    with translation.override("zh-hans"):
        spared = "、".join(map(purpose_word, closure.spared))
        lifted = "、".join(map(lift_words, closure.lifts.select_related("unit", "closure").order_by("at", "unit__path", "pk")))
        return Paper({
            **heading_of(closure), "title": TITLES[closure.kind], "drill": "演练数据" if is_drill else "", "where": where,
            "basis": closure.basis, "since": moment_words(closure.from_at), "until": until_words(closure.until_at),
            "lines": [*filter(str.strip, closure.words.splitlines()), *([f"已解除：{lifted}。"] if lifted else [])],
            "spared": f"{spared}的人员和车辆，登记后放行。" if spared else "", "phone": settings.HELP_PHONE,
        })
