"""What a county puts beside the program: its licensed fonts, and its own versions of templates."""
from pathlib import Path

from django.conf import settings


def fonts_folder() -> Path:
    """Where a county puts the fonts it holds licences for."""
    return Path(settings.HOME) / "fonts"


def own_version(template: Path) -> Path:
    """The county's version of a template, `papers/<loop>/<file>` in its home, where there is one."""
    own = Path(settings.HOME) / "papers" / template.parent.parent.name / template.name
    return own if own.is_file() else template
