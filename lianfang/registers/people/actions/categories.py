"""The county's own list of categories."""
from django.db import transaction

from lianfang.ground.journal import actions as journal
from lianfang.ground.journal import line

from ..models import Category


def add_category(*, code, zh, en, source, from_on, by, at):
    """Add a category; its source is the document that names it."""
    with transaction.atomic():
        made = Category.objects.create(code=code, zh=zh, en=en, source=source, from_on=from_on)
        _tell("people.add_category", made, by, at)
    return made


def rename_category(*, category, zh, en, source, by, at):
    """Call a category otherwise, or correct its source; its code stays."""
    with transaction.atomic():
        category.zh, category.en, category.source = zh, en, source
        category.save(update_fields=["zh", "en", "source"])
        _tell("people.rename_category", category, by, at)
    return category


def end_category(*, category, until_on, by, at):
    """From that day nobody comes under it any more; who is under it stays until he leaves."""
    with transaction.atomic():
        category.until_on = until_on
        category.save(update_fields=["until_on"])
        _tell("people.end_category", category, by, at)
    return category


def _tell(verb, category, by, at):
    journal.write([line(verb, kind="category", record=None, by=by.id, at=at,
                        data={"code": category.code, "until": category.until_on and category.until_on.isoformat()})])
