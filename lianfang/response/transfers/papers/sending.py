"""转送函: goes with a case of ours to another county or its hospital, with the receipt it sends back."""
from django.conf import settings
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import day_of
from lianfang.ground.documents.wording import day_words, moment_words
from lianfang.ground.units.queries import above
from lianfang.registers.diseases.queries import disease_word

from ..models import REASONS
from .receipt import Paper


def sending_of(departure, *, is_drill) -> Paper:
    """The letter about one departure."""
    county, person = above(departure.unit, "county") or departure.unit, departure.person
    with translation.override("zh-hans"):
        on = day_of(departure.sent_at)
        return Paper({
            "title": "病例转送函", "issuer": f"{county.name}联防联控指挥部", "drill": "演练数据" if is_drill else "", "to": departure.to,
            "issued": day_words(on), "name": person.name, "sex": {"m": "男", "f": "女"}.get(person.sex, "未填"),
            "number": person.id_number.open() or "未掌握", "phone": person.phone.open() or "未掌握", "card": departure.number,
            "disease": disease_word(departure.disease, on), "reason": str(REASONS[departure.reason]),
            "sent": moment_words(departure.sent_at), "phone_here": settings.HELP_PHONE,
            "code": documents.check_code(str(departure.pk), departure.to),
        }, "sending")
