"""What is traced of cases that are known by their ids: the search of each, for whoever shows a case whole."""
from ..models import Index


def indexes_of(records) -> list[Index]:
    """The searches for contacts of cases (by id), the newest first; a case whose disease was corrected has more than one."""
    return list(Index.objects.filter(record__in=list(records)).select_related("person", "unit").order_by("-opened_at", "-pk"))
