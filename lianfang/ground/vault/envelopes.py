"""Where envelopes lie: every sealed column of the models, and every kind of sealed file among the uploads."""
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings

from .fields import SealedText

_files: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of envelopes: its table, the table's key, and the purpose bound into them."""

    table: str
    key: str
    name: str
    purpose: str


def columns() -> list[Column]:
    """Every sealed column of every model."""
    return [Column(model._meta.db_table, model._meta.pk.column, field.column, field.purpose)
            for model in apps.get_models() for field in model._meta.local_concrete_fields if isinstance(field, SealedText)]


def sealed_file(ending: str, purpose: str) -> str:
    """Say that uploads of this ending are envelopes of a purpose; returns the purpose."""
    _files[f".{ending}"] = purpose
    return purpose


def files(folder=None) -> list[tuple[Path, str]]:
    """Every sealed file of a folder, by default the uploads, with its purpose."""
    folder = Path(folder or settings.MEDIA_ROOT)
    return sorted((path, _files[path.suffix]) for path in folder.glob("*") if path.suffix in _files) if folder.exists() else []
