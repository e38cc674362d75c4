"""What an investigation asks of a case by the table of the day, what is still unanswered, and the days that are looked back on."""
from dataclasses import dataclass
from datetime import date, timedelta

from lianfang.ground import decisions
from lianfang.ground.days import day_of
from lianfang.registers.diseases.queries import profile

from ..models import Exposed, Inquiry, SymptomDay

PARTS = {
    "basic": ("informant", "informant_name", "informant_phone", "household", "found_by", "first_visit_on", "first_visit_at", "held_at",
              "isolated_at", "key_place", "left_county", "met_case", "met_ill", "cluster"),
    "full": ("course", "highest", "imaging", "white_cells", "lymphocytes", "chronic", "pregnant", "doses", "last_dose_on", "mask",
             "source_kind", "history"),
}
SHOWN_DAYS = 30  # days of symptoms a case may have on record


@dataclass(frozen=True, slots=True)
class Question:
    """A field of the form: its part, and whether the part is not complete without it."""

    field: str
    part: str
    is_required: bool


def questions(case, on) -> list[Question]:
    """What the table of a day asks of a case of this disease and class, in the order of the form; a case without a class as a suspected."""
    found = []
    for field in (field for fields in PARTS.values() for field in fields):
        ruling = decisions.decide("inquiry", {"disease": case.disease, "klass": case.klass or "suspected", "field": field}, on=on)
        if not ruling.manual_review and ruling.result["asked"] != "not_asked":
            found.append(Question(field, ruling.result["part"], ruling.result["asked"] == "required"))
    return found


def inquiry_of(case) -> Inquiry:
    """What has been answered of a case; an empty form where nobody has begun."""
    return Inquiry.objects.filter(case=case).select_related("basic_by", "full_by", "written_by").first() or Inquiry(case=case)


def answered(inquiry) -> dict:
    """The answers by field, opened; '' or None where there is none."""
    return {field: value.open() if hasattr(value := getattr(inquiry, field), "open") else value
            for fields in PARTS.values() for field in fields}


def missing(case, part, on) -> list[str]:
    """The fields a part still needs."""
    said = answered(inquiry_of(case))
    return [one.field for one in questions(case, on) if one.part == part and one.is_required and said[one.field] in (None, "")]


def looked_back(case, on) -> tuple[date, date]:
    """From the first to the last day on which he may have been infected: the longest incubation of his disease before the onset."""
    last = case.onset_on or day_of(case.told_at)
    known = profile(case.disease, on)
    return last - timedelta(days=known.incubation_to if known and known.incubation_to else 0), last


def symptom_days(case) -> list[SymptomDay]:
    """How he was, day by day."""
    return list(SymptomDay.objects.filter(case=case, dropped_at=None).order_by("on")[:SHOWN_DAYS])


def exposures_of(case) -> list[Exposed]:
    """To what he was exposed, in order."""
    return list(Exposed.objects.filter(case=case, dropped_at=None).order_by("from_on", "pk"))
