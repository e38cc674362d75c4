"""An XLSForm as the house's form JSON: pyxform reads the sheet, and what cannot be asked is refused in one sentence."""
import csv
import io
import re
from pathlib import Path

from django.utils.translation import gettext as _

from ... import sheets

ENDINGS = {b"PK\x03\x04": ".xlsx", b"\xd0\xcf\x11\xe0": ".xls"}
KINDS = {"text": "text", "string": "text", "integer": "number", "int": "number", "range": "number", "decimal": "number", "date": "day",
         "dateTime": "moment", "select one": "choice", "select all that apply": "choices", "acknowledge": "tick", "trigger": "tick"}
SILENT = {"start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "calculate", "note", "hidden", "start-geopoint",
          "simserial", "subscriberid"}  # what the phone of others notes by itself, and what asks nothing
GROUPS = {"group"}
PERSONAL = re.compile(r"姓名|名字|身份证|证件号|手机|电话|住址|\b(name|phone|address|id (card|number))\b", re.I)
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")
WHEN = re.compile(r"""\s*(?:\$\{(\w+)\}\s*=\s*['"]([^'"]*)['"]|selected\(\s*\$\{(\w+)\}\s*,\s*['"]([^'"]*)['"]\s*\))\s*""")
BOUND = re.compile(r"\s*\.\s*(>=|<=|>|<)\s*(-?\d{1,15}(?:\.\d{1,9})?)\s*")
MOST_QUESTIONS, MOST_OPTIONS, LONGEST = 60, 60, 200
MOST_ROWS = 4000  # of a sheet: sixty questions of sixty options, and room; a form of 60 000 rows took a quarter of a minute

HERE = Path(__file__).parent


class Unreadable(ValueError):
    """A form that cannot be asked; one sentence for whoever wrote it."""


def read(content: bytes, *, personal="") -> dict:
    """The form of a sheet: {"code", "version", "title", "fields": [...]}, labels {"zh", "en"}; Unreadable says what to mend.

    `personal`: what is said of a question that asks for somebody's name or number ({label}). A `weight` column makes a question count.
    """
    found = _parsed(content)
    fields = list(_fields(found.get("children") or []))
    for label in (field["label"] for field in fields if PERSONAL.search(" ".join(field["label"].values()))):
        raise Unreadable((personal or _("“{label}”：这里不问姓名、号码、住址。")).format(label=label["zh"]))
    if not fields:
        raise Unreadable(_("这张表里没有要问的题。"))
    if len(fields) > MOST_QUESTIONS:
        raise Unreadable(_("最多 {n} 题：一次问不完这么多。").format(n=MOST_QUESTIONS))
    known = {field["name"]: field for field in fields}
    if len(known) < len(fields):
        raise Unreadable(_("有两题用了同一个 name。"))
    for field in fields:
        _check_when(field, known)
    version = str(found.get("version") or "").strip()
    if not version:
        raise Unreadable(_("请在 settings 表里写上 version（版本），每改一次换一个。"))
    return {"code": str(found["id_string"])[:60], "version": version[:40], "title": _plain(found.get("title"))[:120], "fields": fields}


def _parsed(content) -> dict:
    """What pyxform makes of the sheet; one that would blow up is refused before it is opened."""
    from pyxform.errors import PyXFormError  # half a second to import: only where a form is handed in
    from pyxform.xls2xform import convert

    ending = next((ending for sign, ending in ENDINGS.items() if content.startswith(sign)), "")
    if not ending:
        raise Unreadable(_("问卷要用 .xlsx 写（XLSForm：survey、choices、settings 三张表）。"))
    try:
        if any(len(sheet.rows) > MOST_ROWS for sheet in sheets.read(content)):
            raise Unreadable(_("问卷太长：一张表最多 {n} 行。").format(n=MOST_ROWS))
        return convert(xlsform=content, file_type=ending, validate=False)._pyxform
    except Unreadable:
        raise
    except sheets.SheetError as fault:
        raise Unreadable(str(fault)) from fault
    except PyXFormError as fault:
        raise Unreadable(_("问卷写得不对：{why}").format(why=str(fault)[:300])) from fault
    except Exception as fault:  # whatever else a broken workbook makes openpyxl raise
        raise Unreadable(_("问卷读不了：请用空白问卷重做一份。")) from fault


def _fields(children, when=None):
    for child in children:
        kind, name = child.get("type", ""), child.get("name", "")
        if name == "meta" or kind in SILENT:
            continue
        shown = _when(child) or when
        if kind in GROUPS:
            yield from _fields(child.get("children") or [], shown)
        elif kind in KINDS:
            yield _field(child, KINDS[kind], shown)
        else:
            raise Unreadable(_("“{name}”是“{kind}”：这里问不了这样的题，请换成文字、数字、日期或选择。").format(name=name, kind=kind))


def _field(child, kind, when) -> dict:
    name, bind = child["name"], child.get("bind") or {}
    if not NAME.fullmatch(name):
        raise Unreadable(_("“{name}”：name 只能用字母、数字和下划线。").format(name=name[:40]))
    label = _spoken(child.get("label"), name)
    field = {"name": name, "kind": kind, "required": str(bind.get("required", "")).lower() in ("yes", "true", "true()"), "label": label,
             "help": _spoken(child.get("hint"), "")}
    if kind == "number":
        field |= {"whole": child["type"] != "decimal"} | _bounds(child, bind)
    if kind in ("choice", "choices"):
        field["options"] = _options(child)
    return field | ({"when": when} if when else {}) | _weight(child, field)


def _weight(child, field) -> dict:
    """How much a question counts; only where its answer is a number out of so many, and then it must be answered."""
    said = str(child.get("weight") or "").strip()
    if not said:
        return {}
    if not re.fullmatch(r"[1-9]\d{0,2}", said):
        raise Unreadable(_("“{name}”的 weight（权重）要写 1 到 999 的整数。").format(name=field["name"]))
    if full_marks(field) is None:
        says = _("“{name}”有权重，就要能打分：数字题写上 . >= 0 and . <= 20 这样的限制，选择题的选项 name 写分数。")
        raise Unreadable(says.format(name=field["name"]))
    return {"weight": int(said), "required": True}


def full_marks(field) -> float | None:
    """The most that an answer may earn: the upper bound of a number from 0, the largest of options that are numbers; None of all else."""
    if field["kind"] == "number":
        return field["max"] if field.get("min") == 0 and field.get("max", 0) > 0 else None
    if field["kind"] == "choice" and all(re.fullmatch(r"\d{1,4}", code) for code, _label in field["options"]):
        return max(float(code) for code, _label in field["options"]) or None
    return None


def _options(child):
    found = [[str(one["name"]), _spoken(one.get("label"), str(one["name"]))] for one in child.get("choices") or []]
    if not 0 < len(found) <= MOST_OPTIONS:
        raise Unreadable(_("“{name}”要有 1 到 {n} 个选项。").format(name=child["name"], n=MOST_OPTIONS))
    return found


def _bounds(child, bind) -> dict:
    """min and max of a constraint like ". >= 0 and . <= 20", or of a range."""
    given = child.get("parameters") or {}
    found = {bound: float(given[word]) for bound, word in (("min", "start"), ("max", "end")) if word in given}
    for part in filter(None, re.split(r"\band\b", str(bind.get("constraint") or ""))):
        match = BOUND.fullmatch(part)
        if not match:
            says = _("“{name}”的限制“{text}”读不懂；只能写成 . >= 0 and . <= 20 这样。")
            raise Unreadable(says.format(name=child["name"], text=part.strip()[:80]))
        found["min" if match[1][0] == ">" else "max"] = float(match[2])
    return found


def _when(child):
    """The condition under which a question is asked: [name, answer]; None where it always is."""
    said = (child.get("bind") or {}).get("relevant")
    if not said:
        return None
    match = WHEN.fullmatch(str(said))
    if not match:
        says = _("“{name}”的显示条件“{text}”太复杂；只能写成 ${{a}} = 'b' 这样。")
        raise Unreadable(says.format(name=child.get("name", ""), text=str(said)[:80]))
    return [match[1] or match[3], match[2] if match[1] else match[4]]


def _check_when(field, known):
    if "when" in field and field["when"][0] not in known:
        raise Unreadable(_("“{name}”的显示条件指的题不在表里。").format(name=field["name"]))


def _spoken(said, otherwise) -> dict:
    """A label in both languages; one language alone stands for both."""
    if not isinstance(said, dict):
        text = _plain(said) or otherwise
        return {"zh": text[:LONGEST], "en": text[:LONGEST]}
    english = next((text for language, text in said.items() if re.search(r"english|\ben\b", language, re.I)), "")
    chinese = next((text for language, text in said.items() if re.search(r"中|zh|chin", language, re.I)), "")
    first = next(iter(said.values()), "") or otherwise
    return {"zh": _plain(chinese or first)[:LONGEST], "en": _plain(english or chinese or first)[:LONGEST]}


def _plain(said) -> str:
    return " ".join(str(said or "").split())


def book_of(pages) -> bytes:
    """The rows of a form by sheet, heads first, as a workbook."""
    out = io.BytesIO()
    sheets.write_pages(out, [sheets.Page(name, [sheets.Column(word, width=24) for word in rows[0]], rows[1:])
                             for name, rows in pages.items()])
    return out.getvalue()


def blank_form(kind="blank") -> dict[str, list]:
    """The rows of a small form to begin with, by sheet; `kind`: blank, or scored, of questions that count."""
    found = {}
    for name in ("survey", "choices", "settings"):
        with (HERE / kind / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = list(csv.reader(file))
    return found
