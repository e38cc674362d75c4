"""What was answered about a record."""
from .models import Answer


def answers_of(record) -> list[Answer]:
    """The answers about a record (by id), the oldest first."""
    return list(Answer.objects.filter(record=record).select_related("by").order_by("said_at", "pk"))
