"""One page with every component on it, in an invented county: what the tests look at, and people who change the style."""

import datetime
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.template import engines
from django.test import RequestFactory

from lianfang.ground.days import SHANGHAI
from lianfang.ground.ui import tables
from lianfang.ground.ui.context import Shell
from lianfang.ground.ui.elevation import Cell
from lianfang.ground.ui.forms import Buttons, Day, PlainForm, Temperature
from lianfang.ground.ui.nav import Shown
from lianfang.ground.ui.parts import chip, name, num

NOW = datetime.datetime(2020, 3, 18, 18, 45, tzinfo=SHANGHAI)
TOWNS = [("梨花沟镇", 28, 13, 15, 5, 3), ("禾阳街道", 239, 55, 184, 6, 1), ("乌兰草甸蒙古族乡", 17, 7, 10, 1, 0),
         ("清溪乡", 16, 6, 10, 0, 0)]
WAYS = [("态势", "board"), ("我的待办", "work"), ("人员", "people"), ("楼栋", "building"), ("管控", "order"), ("名册", "roster"),
        ("公报", "bulletin"), ("流程图", "flow"), ("规则表", "rule")]
FLOW = {
    "label": "居家隔离流程",
    "states": [
        {"state": "draft", "label": "下达管控令", "owner": "township_cadre", "final": False},
        {"state": "serve", "label": "通知入户", "owner": "village_cadre", "final": False},
        {"state": "run", "label": "晨检、晚检", "owner": "village_cadre", "final": False},
        {"state": "test", "label": "核酸检测", "owner": "laboratory", "final": False},
        {"state": "released", "label": "解除", "owner": None, "final": True},
        {"state": "hospital", "label": "转诊留院", "owner": None, "final": True},
    ],
    "steps": [
        {"label": "送达", "from": ["draft"], "to": "serve"}, {"label": "入户", "from": ["serve"], "to": "run"},
        {"label": "第 7、13 天", "from": ["run"], "to": "test"}, {"label": "阴性，继续", "from": ["test"], "to": "run"},
        {"label": "满期", "from": ["run"], "to": "released"}, {"label": "转诊", "from": ["serve", "run"], "to": "hospital"},
        {"label": "延长", "from": ["run"], "to": None},
    ],
}
BODY = (Path(__file__).parent / "specimen.html").read_text()


class Visit(PlainForm):
    """One field of each kind."""

    kind = forms.ChoiceField(label="名册种类", choices=[("a", "返乡人员"), ("b", "线索")], widget=Buttons)
    file = forms.FileField(label="名册文件", help_text="xlsx、xls 或 csv。")
    on = forms.DateField(label="判定日", widget=Day)
    heat = forms.DecimalField(label="体温", widget=Temperature)
    signs = forms.MultipleChoiceField(label="症状", required=False, choices=[("a", "发热"), ("b", "咳嗽")],
                                      widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(label="备注", required=False, widget=forms.Textarea)
    unit = forms.ChoiceField(label="单位", choices=[("1", "乌兰草甸蒙古族乡")])
    sure = forms.BooleanField(label="我已和本人核对过")


class Frame(Shell):
    """The shell of a duty officer who may open everything."""

    county, is_drill, sign_out_url, search_url = "青禾县", True, "#", "#"
    nav = [Shown(sign, label, sign, "#", 14 if sign == "work" else 0, sign == "board") for label, sign in WAYS]


def page(large=False, panel=False, is_sent=True):
    """The whole page as markup; a form that was sent empty is full of faults."""
    request = RequestFactory().get("/")
    request.user = SimpleNamespace(pk=7, is_authenticated=True, name="罗文舒")
    request.rights = frozenset({"export"})
    shell = Frame(request)
    shell.is_large = large
    form = Visit({} if is_sent else None)
    return engines["django"].from_string(BODY).render({**content(request), "shell": shell, "panel": panel, "form": form}, request)


def content(request):
    """What stands on it."""
    days = [NOW.date() - datetime.timedelta(13 - n) for n in range(14)]
    return {
        "now": NOW, "tonight": NOW.replace(hour=20, minute=0), "missed": {5}, "flow": FLOW, "counts": {"run": 586},
        "passed": {"draft", "serve"}, "crumbs": [("青禾县", "#"), ("禾阳街道", "#"), ("向阳小区", "")],
        "codes": ["isolated", "monitored", "rented", "empty", "to_check", "normal"], "facts": [("原因", "东岭省云州市（中风险）返回")],
        "sum": [{"label": label, "value": value, "url": "#"} for label, value in (("在管", 988), ("居家健康监测", 402), ("隔离", 586))],
        "tabs": [{"label": "逾期", "count": 2, "url": "#", "tone": "bad", "sign": "alert", "is_current": True},
                 {"label": "今日", "count": 12, "url": "#"}],
        "steps": [{"title": "卡口 · 青禾南收费站", "at": "3月10日 14:32", "text": "36.4℃，绿码", "note": "经办 许＊", "sign": "gate"},
                  {"title": "第 9 天 晚检", "at": "现在", "look": "here", "sign": "pin"},
                  {"title": "解除", "at": "3月23日", "look": "ahead", "sign": "unlock"}],
        "line": [(day, 1360 - 11 * n) for n, day in enumerate(days)],
        "bars": [(day, 98 - 4 * n, 50 + 2 * n) for n, day in enumerate(days)],
        "piled": [(day, (n, n % 3), "?on=1") for n, day in enumerate(days)], "piled_names": ["本地", "输入"],
        "band": [(day, 0.4 + n / 20, 0.9 + n / 15, 1.6 + n / 9, n < 3) for n, day in enumerate(days)],
        "band_heads": ["到哪天", "低", "平均", "高"],
        "board": board(request), "people": people(request), "urls": {"isolated": "#"},
        "cells": [Cell(s, f, d, f"{f}0{d}", code(s, f, d), people=d + 1, open_turns=f % 3, day=5, days=14, url="#") for s in (1, 2, 3)
                  for f in range(2, 8) for d in (1, 2)] + [Cell(1, 1, 1, "便民药房", "shop", shop=True, url="#")],
        "lane": [Cell("", 1, n, f"{n}号", code(n, 0, 0), people=2, url="#") for n in range(1, 11)],
    }


def code(*place):
    """A status for a place, each in turn."""
    return ["normal", "isolated", "monitored", "rented", "empty", "to_check"][sum(place) % 6]


def board(request):
    """A table of towns with a grouped head and a total."""
    keys = ("unit", "all", "home", "held", "village", "town")
    columns = [tables.Column("unit", "单位", "unit")] + [
        tables.Column(key, label, "number", group=group, starts=key in ("all", "village"), cell=lambda row, key=key: num(row[key], "#"))
        for key, label, group in (("all", "合计", "在管（人）"), ("home", "居家监测", "在管（人）"), ("held", "隔离", "在管（人）"),
                                  ("village", "村", "逾期（件）"), ("town", "乡", "逾期（件）"))]
    rows = [dict(zip(keys, town, strict=True)) for town in TOWNS]
    total = {"unit": "青禾县合计"} | {key: sum(row[key] for row in rows) for key in keys[1:]}
    return tables.plain_table(request, rows, columns, total=total, title="各乡镇", name="board", cards=False, roomy=False)


def people(request):
    """A list with filters and more than one page."""
    rows = [{"name": "周＊明", "place": "向阳小区 3 号楼 3 单元 602", "state": "isolated"},
            {"name": "包·＊·朝鲁", "place": "第三嘎查 12 号", "state": "to_check"}] * 3
    columns = [tables.Column("name", "姓名", "name", cell=lambda row: name(row["name"], "#")), tables.Column("place", "住处", "unit"),
               tables.Column("state", "状态", cell=lambda row: chip(row["state"]))]
    asked = [tables.Filter("state", "状态", choices={"isolated": "隔离"}), tables.Filter("q", "姓名", "text"),
             tables.Filter("late", "只看逾期", "tick")]
    return tables.table(request, rows, columns, asked, title="管控对象", size=4,
                        row_class=lambda row: "act-row" if row["state"] == "to_check" else "")
