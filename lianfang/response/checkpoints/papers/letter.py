"""The letter to another county about somebody who was turned back or taken on his way there."""
from dataclasses import dataclass
from pathlib import Path

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, moment_words
from lianfang.ground.units.queries import above

from ..queries import case

LETTER = Path(__file__).parent / "letter.typ"
HAPPENED = {"turn_back": "劝返，未进入本县", "transfer": "就地隔开，已转运至本县指定地点", "arrival": "登记后放行"}


@dataclass(frozen=True)
class Letter:
    """Its words."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(LETTER, self.values, foot=foot)


def letter_of(notice, *, drill, on) -> Letter:
    """The letter about one notice."""
    passage, county = notice.passage, above(notice.unit, "county")
    told = case(passage)
    plate = passage.vehicle.plate.open()
    return Letter({
        "title": "关于劝返、转运人员的告知函", "issuer": f"{county.name}联防联控指挥部", "drill": "演练数据" if drill else "",
        "to": notice.to.open(), "issued": day_words(on), "name": passage.name.open() or "（未留姓名）",
        "number": passage.id_number.open(), "phone": passage.phone.open(), "plate": plate or "无",
        "at": f"{day_words(day_of(passage.at))}（{moment_words(passage.at)}）", "post": passage.post.name,
        "happened": HAPPENED[notice.content], "why": [f"{label}：{known}" for label, known, _asks in told["why"]],
        "ground": f"{told['row'].document}：{told['row'].clause}" if told["row"] else "",
        "code": documents.check_code(str(notice.pk), passage.outcome),
    })
