"""What is traced of cases that are known by their ids: the search of each, for whoever shows a case whole."""
from ..models import Contact, Exposure, Index


def indexes_of(records) -> list[Index]:
    """The searches for contacts of cases (by id), the newest first; a case whose disease was corrected has more than one."""
    return list(Index.objects.filter(record__in=list(records)).select_related("person", "unit").order_by("-opened_at", "-pk"))


def names_around(record) -> list[str]:
    """The names of all who were named or decided on around a case (by id), whatever was decided."""
    return sorted({name for kind in (Contact, Exposure)
                   for name in kind.objects.filter(index__record=record).values_list("person__name", flat=True)})
