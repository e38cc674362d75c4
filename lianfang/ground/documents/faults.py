"""What a paper says when it cannot be made."""
from pathlib import Path

from django.utils.translation import gettext as _


class PaperFault(Exception):
    """A template that cannot be filled, in one sentence for whoever edits it."""

    def __init__(self, template: Path, why: object):
        super().__init__(_("模板 %(name)s 填不了：%(why)s") % {"name": template.name, "why": why})
