"""Words for sex, code colour, temperature and symptoms."""

import re

SEXES = {"男": "m", "女": "f", "男性": "m", "女性": "f", "m": "m", "f": "f", "male": "m", "female": "f", "1": "m", "2": "f"}
COLOURS = (("红", "red"), ("黄", "yellow"), ("橙", "yellow"), ("绿", "green"), ("无", "none"), ("没有", "none"))
NO_FEVER = re.compile("(体温)?(正常|无|否|未发热|不发热|无发热|没有)|[/\\-—]*")
HALF_DEGREE = re.compile(r"(\d) *(?:度|°C) *(\d)(?![\d.])", re.IGNORECASE)  # 36度5
_DEGREES = r"\d+(?:\.\d+)? *(?:°C|度|C)?"
TEMPERATURES = re.compile(rf"{_DEGREES}(?:[/、,;~ -]+{_DEGREES})*[/、,; -]*", re.IGNORECASE)
NO_SYMPTOMS = re.compile("(?:无|没有|未见|未出现|未发现|否|正常|良好|健康|一切正常|身体健康)[^，,；;。但有0-9]*")
PRESENT = frozenset(["是", "有", "√", "✓", "阳性"])
NAMES_SYMPTOM = re.compile("^(是否|有无|现有|有没有)|(等)?(症状|情况|状况)$")
NOT_ASKED = frozenset(["/", "-", "—", "不详", "未知"])
