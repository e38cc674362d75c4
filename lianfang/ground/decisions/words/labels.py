"""What codes are called: `labels.csv` beside the tables; a key is a column, a code, column.code, or a file's name."""
import csv
from pathlib import Path

from django.utils.translation import get_language


class Labels(dict):
    """Labels by key, each (Chinese, English, note in Chinese, note in English)."""

    def has(self, column: str, code: str = "") -> bool:
        """Whether a column, or a code in it, has its words in both languages."""
        found = self._entry(column, code)
        return bool(found and found[0] and found[1])

    def of(self, column: str, code: str = "") -> str:
        """The words for a column, or for a code in it, in the language of the reader; the code itself where there are none."""
        found = self._entry(column, code)
        return (found and found[_language()]) or code or column

    def note(self, column: str) -> str:
        """What a column means, in a sentence."""
        found = self._entry(column, "")
        return found[2 + _language()] if found else ""

    def _entry(self, column, code):
        return self.get(f"{column}.{code}") or self.get(code) if code else self.get(column)


def _language() -> int:
    return 1 if (get_language() or "").startswith("en") else 0


def read(path: Path) -> Labels:
    """The labels of a folder of tables; none where there is no such file."""
    if not path.exists():
        return Labels()
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return Labels({r["key"]: (r["zh"], r["en"], r["note_zh"] or "", r["note_en"] or "") for r in csv.DictReader(lines)})
