"""Who had a hand in an order: everybody on the way from the first finding to what binds now."""
from lianfang.ground.accounts.models import Account
from lianfang.ground.journal.models import Line

BOUND = ("isolation.issue", "isolation.extend", "isolation.shorten", "isolation.record_over")


def deciders(order) -> list[tuple]:
    """(account, moment) of each person on the chain of causes of an order, its verdict and its exception; the program itself left out."""
    waiting = set(Line.objects.filter(record=order.pk, verb__in=BOUND).values_list("pk", flat=True))
    waiting |= set(Line.objects.filter(record__in=[order.verdict_id, order.deviation_id]).values_list("pk", flat=True))
    found = {}
    while waiting:
        lines = list(Line.objects.filter(pk__in=waiting))
        found |= {told.pk: told for told in lines}
        waiting = {told.because for told in lines if told.because} - set(found)
    people = set(Account.objects.of_people().filter(pk__in={told.by for told in found.values()}).values_list("pk", flat=True))
    return sorted({(told.by, told.at) for told in found.values() if told.by in people})
