"""The styles in which offices write a day."""

import re

_TAIL = r"(?:[T ]*\d{1,2} ?[:时点].*|[T ]*(?:上午|下午|早|晚|中午|凌晨|夜|傍晚|左右|前后).*| +\D.*| *\(.*)?"
_AT = r"[-/.年\\、]"
_AT_MONTH = r"[-/.月\\、]"
FULL = re.compile(rf"(\d{{4}}){_AT}(\d{{1,2}}){_AT_MONTH}(\d{{1,2}})[日号]?{_TAIL}")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
AMERICAN = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}){_TAIL}")
SHORT = re.compile(rf"(\d\d){_AT}(\d{{1,2}}){_AT_MONTH}(\d{{1,2}})[日号]?{_TAIL}")
SHORT_AMERICAN = re.compile(rf"(\d{{1,2}})[-/](\d{{1,2}})[-/](\d\d){_TAIL}")
SHORT_COMPACT = re.compile(r"(\d\d)(\d\d)(\d\d)")
NO_YEAR = re.compile(rf"(\d{{1,2}}){_AT_MONTH}(\d{{1,2}})[日号]?{_TAIL}")
NO_YEAR_COMPACT = re.compile(r"([01]\d)([0-3]\d)")
SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
WITH_YEAR = (FULL, COMPACT, AMERICAN, SHORT, SHORT_AMERICAN, SHORT_COMPACT, SERIAL)

LOOSE = re.compile(r"(?<=\d) *([-/.年月]) *(?=\d)")
LOOSE_END = re.compile(r"(?<=\d) +(?=[日号])")
FIRST_MONTH = ("元月", "1月")

CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
YEARS = (re.compile(r"(20\d\d) *年"), re.compile(r"(?<!\d)(20\d\d) *[-./]\d"), re.compile(r"(?<!\d)(20\d\d)(?![\d人名户条份例])"))
