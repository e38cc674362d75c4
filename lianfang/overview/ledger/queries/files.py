"""Figures that leave the house: CSV, and DHIS2 `dataValueSets`; only those that somebody has signed for."""
import io

from django.utils.translation import gettext as _

from lianfang.ground import sheets
from lianfang.ground.days import SHANGHAI, day_of
from lianfang.ground.indicators import INDICATORS
from lianfang.ground.workflow import Refused

from ..models import Codes
from .cuts import changed, cuts_of_days, first, stands
from .places import below

NOT_SENT = "-"
COLUMNS = ("day", "unit_code", "unit", "indicator", "label", "value", "cut_off", "signed_by", "signed_at", "first_value",
           "changed_at", "reason")


def signed_cuts(unit, days) -> list:
    """The cut-offs of some days; raises Refused naming each day without one, and each that nobody has signed for."""
    found = cuts_of_days(unit, days)
    wrong = [_("{on}：还没有截数。").format(on=on.isoformat()) for on, cut in found.items() if cut is None]
    wrong += [_("{on}：数字还没有签核。").format(on=on.isoformat()) for on, cut in found.items() if cut and not cut.signed_at]
    if wrong:
        raise Refused("\n".join(wrong))
    return list(found.values())


def export_csv(unit, days) -> bytes:
    """A line a figure: day, unit, indicator, value, cut-off, who signed when; what first stood where it was changed, since when, why."""
    out, units = io.StringIO(newline=""), list(below(unit))
    rows = (row for cut in signed_cuts(unit, days) for row in _rows(cut, units))
    sheets.write_csv(out, [sheets.Column(name) for name in COLUMNS], rows)
    return out.getvalue().encode("utf-8-sig")


def _rows(cut, units):
    now, was, last = stands(cut), first(cut), changed(cut)
    for place in units:
        for code, value in sorted(now.get(place.pk, {}).items()):
            change, _figure = last.get((place.pk, code), (None, None))
            yield [cut.on.isoformat(), place.code, place.name, code, str(INDICATORS.get(code, code)), value, _local(cut.cut_off_at),
                   cut.signed_name, _local(cut.signed_at), was[place.pk].get(code), _local(change.ended_at) if change else "",
                   change.reason if change else ""]


def _local(at) -> str:
    return at.astimezone(SHANGHAI).isoformat(timespec="minutes")


def what_is_missing(unit, codes) -> list[str]:
    """What still has no code, each by name: "-" says that it is not sent."""
    elements, places = (codes.elements, codes.places) if codes else ({}, {})
    found = [_("指标“{label}”（{code}）没有填数据元编码").format(label=one, code=code) for code, one in INDICATORS.items()
             if code not in elements]
    found += [_("单位“{name}”没有填机构编码").format(name=one.name) for one in below(unit) if str(one.pk) not in places]
    return found


def export_dhis2(unit, days) -> dict:
    """The days as one `dataValueSets` body; raises Refused naming every indicator and unit that has no code, and every day not signed."""
    codes = Codes.objects.filter(unit=unit).first()
    if missing := what_is_missing(unit, codes):
        raise Refused("\n".join([_("编码表还差 {n} 项；不报的填“-”。").format(n=len(missing)), *missing]))
    cuts = signed_cuts(unit, days)
    values = [one for cut in cuts for one in _values(cut, codes)]
    body: dict = {"dataValues": values}
    places = {one["orgUnit"] for one in values}
    if codes.data_set and len(cuts) == len(places) == 1:  # of one place and period DHIS2 also notes that the set is complete
        body = {"dataSet": codes.data_set, "completeDate": day_of(cuts[0].signed_at).isoformat(), "period": f"{cuts[0].on:%Y%m%d}",
                "orgUnit": places.pop(), **_combo(codes), **body}
    elif codes.data_set:
        body = {"dataSet": codes.data_set, **body}
    return body


def _combo(codes) -> dict:
    return {"attributeOptionCombo": codes.attribute_combo} if codes.attribute_combo else {}


def _values(cut, codes):
    now, last = stands(cut), changed(cut)
    for pk, place in codes.places.items():
        for code, asked in codes.elements.items() if place != NOT_SENT else ():
            if asked["element"] == NOT_SENT or code not in now.get(int(pk), {}):
                continue
            change, _figure = last.get((int(pk), code), (None, None))
            yield {"dataElement": asked["element"], "period": f"{cut.on:%Y%m%d}", "orgUnit": place,
                   **({"categoryOptionCombo": asked["combo"]} if asked["combo"] else {}), **_combo(codes),
                   "value": str(now[int(pk)][code]), **({"comment": change.reason} if change else {})}
