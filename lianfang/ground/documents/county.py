"""What a county puts beside the program: its licensed fonts, and its own versions of templates."""
from pathlib import Path

from django.conf import settings


def fonts_folder() -> Path:
    """Where a county puts the fonts it holds licences for."""
    return Path(settings.HOME) / "fonts"


def own_version(template: Path) -> Path:
    """The county's version of a template, `papers/<loop>/<file>` in its home, where there is one."""
    own = Path(settings.HOME) / "papers" / place_of(template)
    return own if own.is_file() else template


def place_of(template: Path) -> str:
    """A template's place in the county's own: its room and file."""
    return f"{template.parent.parent.name}/{template.name}"


def is_own(template: Path) -> bool:
    """Whether the county's version of a template is used."""
    return own_version(template) != template


def put_version(template: Path, content: bytes) -> None:
    """Put a county's version in the place of a standard template, whole or not at all; without content the standard is used again."""
    own = Path(settings.HOME) / "papers" / place_of(template)
    if not content:
        own.unlink(missing_ok=True)
        return
    own.parent.mkdir(parents=True, exist_ok=True)
    half = own.with_suffix(".part")
    half.write_bytes(content)
    half.replace(own)
