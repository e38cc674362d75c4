"""The Word templates of the start notice and the release notice."""
from .grid import all_round, grid, row, seal_place, tag_row
from .sheet import CENTER, HEADING, JUSTIFY, RED, TITLE, Sheet, right_tab, rule

FACTS = (23, 139)
FOOT = (30, 42, 90)


def start():
    """告知书."""
    sheet = _sheet("告知书")
    _head(sheet)
    _facts(sheet, ("措施", "{{ measure }}"), ("期限", ("{{ period }}",)), ("地点", "{{ place }}"), tests="检测")
    _section(sheet, "为什么这样定", "依据：{{ ground }}", style="依据字")
    _list(sheet, "请您这样做", "duties")
    _phones(sheet, "我们帮您")
    _section(sheet, "什么时候解除", "{{ release }}")
    return _foot(sheet)


def release():
    """解除通知书."""
    sheet = _sheet("解除通知书")
    _head(sheet)
    _facts(sheet, ("解除", ("{{ released }}",)), ("原措施", "{{ measure }}"), ("期限", "{{ period }}"), ("地点", "{{ place }}"))
    _list(sheet, "符合哪些条件", "findings")
    _section(sheet, "依据", "{{ ground }}", style="依据字")
    _list(sheet, "解除以后", "afterwards")
    _phones(sheet, "还有事，找我们")
    return _foot(sheet)


def _sheet(title):
    sheet = Sheet(title, top=15, bottom=30, left=24, right=24, footer=11)
    sheet.style("编号", 12, line=16)
    sheet.style("标题字", 24, face=TITLE, align=CENTER, line=32, before=6, after=8)
    sheet.style("正文字", 14, align=JUSTIFY, line=21)
    sheet.style("依据字", 12, align=JUSTIFY, line=17)
    sheet.style("首段", 14, align=JUSTIFY, line=21, indent=2, after=6)
    sheet.style("小标题", 14, face=HEADING, line=21, before=5)
    sheet.style("表内标题", 14, face=HEADING, line=22)
    sheet.style("落款", 14, align=CENTER, line=21)
    sheet.style("小字", 9.5, line=13)
    sheet.style("间隔", 2, line=3)
    sheet.style("码", 9.5)
    sheet.style("印章", 9.5, align=CENTER, line=14, colour=RED)
    sheet.style("回执", 13, line=24)
    return sheet


def _head(sheet):
    right_tab(sheet.say("编号", "{{ number }}\t{{ drill }}"), sheet.width)
    sheet.say("标题字", "{{ title }}")
    sheet.say("正文字", ("{{ name }}",), "{{ identity }}：")
    sheet.say("首段", "{{ why }}")


def _facts(sheet, *facts, tests=""):
    table = grid(sheet.word, FACTS, lines=all_round(8), padding=3)
    for name, fact in facts:
        _fact(sheet, table, name, fact)
    if tests:
        tag_row(table, "if tests", "小字")
        _fact(sheet, table, tests, "{{ tests }}")
        tag_row(table, "endif", "小字")


def _fact(sheet, table, name, fact):
    cells = row(table, widths=FACTS)
    sheet.say("表内标题", name, where=cells[0])
    sheet.say("正文字", fact, where=cells[1])


def _section(sheet, title, words, style="正文字"):
    sheet.say("小标题", title)
    sheet.say(style, words)


def _list(sheet, title, name):
    sheet.say("小标题", title)
    sheet.say("正文字", "{%p for line in " + name + " %}")
    sheet.say("正文字", "{{ loop.index }}. {{ line }}")
    sheet.say("正文字", "{%p endfor %}")


def _phones(sheet, title):
    sheet.say("小标题", title)
    sheet.say("正文字", "包保人（每天联系您）　", ("{{ minder }}　{{ minder_phone }}",))
    sheet.say("正文字", "有困难、不舒服，打　　", ("{{ help_phone }}",))
    sheet.say("正文字", "认为弄错了，申诉打　　", ("{{ appeal_phone }}",))


def _foot(sheet):
    sheet.say("间隔", "")
    table = grid(sheet.word, FOOT, padding=0.5)
    mark, told, issued = row(table, widths=FOOT)
    sheet.say("码", "{{ mark }}", where=mark)
    sheet.say("小字", "扫一扫，查真假", where=told)
    sheet.say("小字", "或报校验码", where=told)
    sheet.say("小字", "{{ code }}", where=told)
    seal_place(sheet.say("落款", "{{ issuer }}", where=issued), 30, drop=-3)
    sheet.say("落款", "{{ issued }}", where=issued)
    sheet.say("印章", "印章处", where=issued)
    sheet.say("间隔", "")
    rule(sheet.say("回执", "回执　本人已收到并看懂：{{ number }}", where=sheet.footer), "top", kind="dashed", space=4)
    right_tab(sheet.say("回执", "签名＿＿＿＿＿＿＿　电话＿＿＿＿＿＿＿＿\t年　　月　　日", where=sheet.footer), sheet.width)
    return sheet.saved()
