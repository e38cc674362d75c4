"""协查函: asks another county to take over a contact who is there, with the receipt it sends back; 撤回函: takes it back."""
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words
from lianfang.ground.units.queries import above
from lianfang.registers.diseases.queries import disease_word

from ..models import KINDS
from ..queries.following import rests_on

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Letter:
    """Its words, and the template they are set in."""

    values: dict
    template: str = "letter"

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / f"{self.template}.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / f"{self.template}.docx", self.values, foot)


def letter_of(contact, *, is_drill, on, sent=()) -> Letter:
    """The letter about one contact; the case is not named in it. `sent`: when it was sent, and each reminder since."""
    person, index, verdict = contact.person, contact.index, contact.verdict
    county = above(index.unit, "county") or index.unit
    with translation.override("zh-hans"):
        return Letter({
            **_heading(sent), "issuer": f"{county.name}联防联控指挥部", "drill": "演练数据" if is_drill else "",
            "to": contact.elsewhere, "issued": day_words(on), "name": person.name, "sex": {"m": "男", "f": "女"}.get(person.sex, "未填"),
            "number": person.id_number.open() or "未掌握", "phone": person.phone.open() or "未掌握",
            "address": person.address.open() or "未掌握", "disease": disease_word(index.disease, index.anchor_on),
            "kind": str(KINDS[contact.kind]), "last": day_words(contact.last_exposed_on), "until": day_words(contact.watch_until_on),
            "speaks": rests_on(contact),
            "ground": f"{verdict.document}：{verdict.clause}" if verdict and verdict.document else "由流调人员判定",
            "phone_here": settings.HELP_PHONE, "code": documents.check_code(str(contact.pk), contact.elsewhere),
        })


def recall_of(contact, *, is_drill, on, sent=()) -> Letter:
    """That the person named is no contact after all, and need not be kept there; `sent`: when the letter went out, first."""
    county = above(contact.index.unit, "county") or contact.index.unit
    with translation.override("zh-hans"):
        return Letter({
            "title": "关于撤回协查的函", "issuer": f"{county.name}联防联控指挥部", "drill": "演练数据" if is_drill else "",
            "to": contact.elsewhere, "issued": day_words(on), "before": f"我县{day_words(day_of(sent[0]))}" if sent else "我县此前",
            "name": contact.person.name, "sex": {"m": "男", "f": "女"}.get(contact.person.sex, "未填"),
            "number": contact.person.id_number.open() or "未掌握", "disease": disease_word(contact.index.disease, contact.index.anchor_on),
            "phone_here": settings.HELP_PHONE, "code": documents.check_code(str(contact.pk), contact.elsewhere, "recall"),
        }, "recall")


def _heading(sent) -> dict:
    """What it is called, and what a reminder says first."""
    if len(sent) < 2:
        return {"title": "关于协查接触者的函", "before": ""}
    return {"title": f"关于协查接触者的函（第{len(sent) - 1}次催办）",
            "before": f"我县{day_words(day_of(sent[0]))}已发函，至今未收到回执。"}
