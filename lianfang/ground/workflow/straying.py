"""Records that were changed past the actions: each must stand where the journal's lines led it, and each must have its line."""
from ..accounts.scope import everything
from ..journal.models import Line
from .flows import FLOWS, Flow

AT_ONCE = 10_000


def all_strays() -> dict[str, list]:
    """Of every flow that has any: its code and the ids of its strays."""
    found = {code: strays(flow) for code, flow in FLOWS.items()}
    return {code: ids for code, ids in found.items() if ids}


@everything()
def strays(flow: Flow) -> list:
    """Ids of the flow's records that are not as the journal has them: in another state than their last step leads to, with another value
    than their lines say, or with no line at all, neither of their own nor the one that caused them (a day's checks are planned in one)."""
    led = _led(flow)
    standing = flow.model._base_manager.filter(state__in=flow.states).order_by("pk")
    found, causes = [], {}
    for pk, because, *now in standing.values_list("pk", "because", "state", *flow.says.values()).iterator(AT_ONCE):
        if pk not in led:
            causes.setdefault(because, []).append((pk, now[0]))
        elif now[0] != led[pk]["state"] or any(str(led[pk].get(key)) != str(value) for key, value in zip(flow.says, now[1:], strict=True)):
            found.append(pk)
    known = set(Line.objects.filter(pk__in=causes.keys() - {None}).values_list("pk", flat=True))
    return found + [pk for because, caused in causes.items() for pk, state in caused if because not in known or state != flow.initial]


def _led(flow) -> dict[object, dict]:
    """Where the lines of each record led it, and what they say of it last."""
    moving = {f"{flow.app}.{step.code}": step.target for step in flow.steps.values() if step.target}
    found = {}
    for record, verb, told in Line.objects.filter(kind=flow.code).order_by("id").values_list("record", "verb", "data").iterator(AT_ONCE):
        known = found.setdefault(record, {"state": flow.initial})
        known["state"] = moving.get(verb, known["state"])
        known |= {key: told[key] for key in flow.says if key in told}
    return found
