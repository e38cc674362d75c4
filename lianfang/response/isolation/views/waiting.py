"""What waits on an order: alarms, needs, hand-overs, reviews, and deciding again."""
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from lianfang.ground.days import day_of
from lianfang.ground.decisions.models import Verdict

from .. import actions, forms
from ..models import Alarm, Check, Handover, Need, Order, Review
from .steps import Page, Words, read, step


def _known(record, _request):
    first = Verdict.objects.get(pk=record.verdict_id)
    return {"known": first.facts, "name": first.table}


def _places(handover, request):
    if not request.reach.covers(handover.unit.path):
        raise Http404
    return {"unit": handover.unit}


refer = step("manage", Page(Alarm, _("转发热门诊"), _("已经送诊"), _("已登记转诊，管控令结束，由医院接管。"), forms.AnswerForm, tone="bad",
                              other=(_("不用转诊，排除告警"), "isolation:dismiss")),
             lambda alarm, found, by, at: actions.refer(alarm=alarm, answer=found["answer"], by=by, at=at))
dismiss = step("manage", Page(Alarm, _("排除告警"), _("排除"), _("已排除，依据已留存。"), forms.AnswerForm,
                                other=(_("要转发热门诊"), "isolation:refer")),
               lambda alarm, found, by, at: actions.dismiss(alarm=alarm, answer=found["answer"], by=by, at=at))
MEET = Page(Need, _("需求已送到"), _("已送到门口"), _("好，这件办完了。"), other=(_("本人说不要了"), "isolation:drop"),
            words=Words("wish", _("要什么"), "isolation.read_need", "need", "isolation:read_need"))
read_need = read("record", MEET)
meet = step("record", MEET,
            lambda need, found, by, at: actions.meet(need=need, by=by, at=at))
drop = step("record", Page(Need, _("不再需要"), _("本人说不要了"), _("已取消。")),
            lambda need, found, by, at: actions.drop(need=need, by=by, at=at))
read_again = step("record", Page(Check, _("再量一次"), _("交上去"), _("已记下，两次都留着。"), forms.AgainForm),
                  lambda check, found, by, at: actions.read_again(reading=actions.Reading(check, **found), by=by, at=at))
receive = step("manage", Page(Handover, _("接收转来的人"), _("接收"), _("已接收，期限照原来的算。"), forms.ReceiveForm, shape=_places,
                                  other=(_("不接收，退回"), "isolation:send_back")),
               lambda offer, found, by, at: actions.receive(handover=offer, by=by, at=at, **found))
send_back = step("manage", Page(Handover, _("退回转交"), _("退回"), _("已退回原单位。"), forms.ReasonForm),
                 lambda offer, found, by, at: actions.send_back(handover=offer, reason=found["reason"], by=by, at=at))
complete = step("manage", Page(Review, _("补齐事实再判定"), _("按表判定"), _("已按措施表判定。"), forms.FactsForm, shape=_known,
                               text=_("请逐项核实。判定由措施表作出，这里只填事实。")),
                lambda review, found, by, at: actions.complete(review=review, by=by, at=at, on=day_of(at), **found))
redecide = step("manage", Page(Order, _("更正事实，按表重新判定"), _("重新判定"), _("已按措施表重新判定。"), forms.FactsForm, shape=_known,
                               text=_("延长、缩短、改措施或撤销，都只能由表里的一行作出。")),
                lambda order, found, by, at: actions.redecide(order=order, by=by, at=at, **found))
