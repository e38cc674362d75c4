"""通告: put up in a zone: what it is, what holds there, from when, by which document, whom to call; nobody is named."""
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words
from lianfang.ground.units.queries import above

from ..words import item_word, level_word

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Notice:
    """Its words."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / "notice.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / "notice.docx", self.values, foot)


def notice_of(level, place, *, is_drill) -> Notice:
    """The notice of a level in force."""
    county = above(level.unit, "county") or level.unit
    with translation.override("zh-hans"):
        word = level_word(level.level)
        return Notice({
            "title": f"关于划定{word}的通告", "issuer": f"{county.name}联防联控指挥部", "drill": "演练数据" if is_drill else "",
            "number": level.number, "place": place, "level": word, "since": day_words(day_of(level.confirmed_at)),
            "measures": [item_word(one) for one in level.items], "ground": f"{level.document}：{level.clause}",
            "issued": day_words(day_of(level.confirmed_at)), "phone": settings.HELP_PHONE,
            "code": documents.check_code(str(level.pk), level.number),
        })
