"""转运单: who is taken from where to where, by whom and how protected; one for the site, the hospital, the way back and the way home."""
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import translation

from lianfang.ground import documents
from lianfang.ground.days import SHANGHAI
from lianfang.ground.documents.wording import day_words
from lianfang.ground.units.queries import above

from ..models import PROTECTION, TRIPS

HERE = Path(__file__).parent
TITLES = {"to_site": "集中隔离转运入住单", "to_hospital": "集中隔离人员闭环就医转运单", "from_hospital": "就医返回隔离点交接单",
          "home": "离开隔离点返家交接单"}
RULES = {"to_site": "点对点转运，中途不停车、不下人；到点后由隔离点签收，告知书随单交本人。",
         "to_hospital": "专车专人闭环接送，不进入候诊大厅；就医期间管控期限连续计算，就医后原车返回隔离点。",
         "from_hospital": "专车直接返回隔离点原房间；医院出具的诊疗材料随单移交。",
         "home": "专车直接送到家门口；仍在管控期的由村（社区）签收，接着管控。"}


@dataclass(frozen=True)
class Sheet:
    """Its words."""

    values: dict

    def pdf(self, foot: str = "") -> bytes:
        """PDF/A; `foot` says who printed it."""
        return documents.pdf(HERE / "trip.typ", self.values, foot=foot)

    def docx(self, foot: str = "") -> bytes:
        """A Word document."""
        return documents.docx(HERE / "trip.docx", self.values, foot)


def sheet_of(trip, riders, *, is_drill, on) -> Sheet:
    """The sheet of one trip; what is not known yet is left to be written by hand."""
    county = above(trip.site.unit, "county") or trip.site.unit
    with translation.override("zh-hans"):
        return Sheet({
            "title": TITLES[trip.kind], "issuer": f"{county.name}联防联控指挥部", "drill": "演练数据" if is_drill else "",
            "issued": day_words(on), "kind": str(TRIPS[trip.kind]), "rule": RULES[trip.kind],
            "from": trip.from_place or "＿＿＿＿＿＿", "to": trip.to_place or "＿＿＿＿＿＿", "driver": trip.driver or "＿＿＿＿",
            "vehicle": trip.vehicle or "＿＿＿＿", "plate": trip.plate or "＿＿＿＿＿",
            "protection": str(PROTECTION.get(trip.protection, "")) or "＿＿＿＿", "departed": _clock(trip.departed_at),
            "arrived": _clock(trip.arrived_at), "disinfected": _clock(trip.disinfected_at),
            "riders": [_rider(one, on) for one in riders],
            "phone_here": settings.HELP_PHONE, "code": documents.check_code(str(trip.pk), trip.kind),
        })


def _rider(one, on) -> dict:
    return {"name": one.person.name, "sex": {"m": "男", "f": "女"}.get(one.person.sex, ""), "age": str(one.person.age(on) or ""),
            "room": one.room.unit.name if one.room_id else "", "until": day_words(one.last_on)}


def _clock(moment) -> str:
    return f"{moment.astimezone(SHANGHAI):%Y-%m-%d %H:%M}" if moment else "＿＿月＿＿日＿＿时＿＿分"
