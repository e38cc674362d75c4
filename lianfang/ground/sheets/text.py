"""Reads text tables: finds the encoding and the delimiter by looking, since no office states them."""

import csv
import io
from collections import Counter

from django.utils.translation import gettext as _

from .errors import SheetError
from .limits import MAX_FIELD

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DELIMITERS = ",\t;"
SAMPLE_LINES = 40
NEVER_IN_TEXT = frozenset(range(9)) | frozenset(range(14, 27))


def rows_of(content: bytes) -> list[list[str]]:
    """The rows of a CSV or TXT file, blank lines kept as empty rows."""
    text = _decoded(content)
    csv.field_size_limit(MAX_FIELD)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise SheetError(_("文本表格里有没有配对的引号，读不下去；请改正后再上传。")) from error


def _decoded(content: bytes) -> str:
    encoding = next((name for mark, name in MARKS if content.startswith(mark)), None)
    if encoding is None and not NEVER_IN_TEXT.isdisjoint(content[:65536]):
        raise SheetError(_("这不是电子表格；请上传 .xlsx、.xls 或 .csv 文件。"))
    for name in [encoding] if encoding else ["utf-8", "gb18030"]:
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    raise SheetError(_("认不出文件的文字编码；请另存为 UTF-8 编码的 CSV 再上传。"))


def _delimiter(text: str) -> str:
    """The delimiter that cuts most of the first lines into the same number of cells, more than one."""
    lines = [line for line in text[:65536].splitlines() if line.strip()][:SAMPLE_LINES]

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter))
        widths.pop(1, None)
        width, agreeing = widths.most_common(1)[0] if widths else (0, 0)
        return agreeing, width

    return max(DELIMITERS, key=agreement)
