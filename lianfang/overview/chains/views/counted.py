"""The epidemic curve: new cases a day by onset, diagnosis or report, local and imported apart, or those of one town."""
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from lianfang.ground.accounts.access import may

from ..queries.outbreak import by_day, towns
from .asked import asked

BY = {"onset": gettext_lazy("发病日"), "diagnosed": gettext_lazy("诊断（采样）日"), "reported": gettext_lazy("报告日")}
LONGEST = 400  # days in one picture


@may("investigate")
@require_GET
def curve(request):
    """Bars a day; each opens its cases."""
    found = asked(request)
    seen, town = found.outbreak.seen, towns(found.outbreak.seen)
    by = request.GET.get("by") if request.GET.get("by") in BY else "onset"
    names = sorted(set(town.values()))
    place = request.GET.get("place") if request.GET.get("place") in names else ""
    days, unknown = by_day([one for one in seen if not place or town[one.path] == place], by)
    shown = dict(list(days.items())[-LONGEST:])
    listed = f"{reverse('chains:listed')}?{found.query}"
    points = [(on, (sum(not one.is_imported for one in ones), sum(one.is_imported for one in ones)),
               f"{listed}&{urlencode({'on': on, 'by': by})}") for on, ones in shown.items()]
    title = _("每天新发病例（按{by}）").format(by=BY[by])
    asking = [(code, word, f"?{found.query}&{urlencode({'by': code, 'place': place})}", code == by) for code, word in BY.items()]
    places = [(name, f"?{found.query}&{urlencode({'by': by, 'place': name})}", name == place) for name in ["", *names]]
    most = max(points, key=lambda point: sum(point[1]), default=None)
    context = {"points": points, "title": title, "unknown": unknown, "names": [_("本地"), _("外地、境外输入")], "asking": asking,
               "places": places if len(names) > 1 else [], "total": sum(sum(point[1]) for point in points), "most": most,
               "most_n": sum(most[1]) if most else 0, "is_cut": len(days) > len(shown), "longest": LONGEST}
    return render(request, "chains/curve.html", {**found.context("curve"), **context})
