"""The Word templates of the letter that asks another county to take over a contact, and of the one that takes it back."""
from .grid import seal_place
from .sheet import CENTER, HEADING, JUSTIFY, RED, RIGHT, TITLE, Sheet

FACTS = (("姓　　名", "{{ name }}　{{ sex }}"), ("证件号码", "{{ number }}"), ("电　　话", "{{ phone }}"), ("住　　址", "{{ address }}"),
         ("末次接触", "{{ last }}"), ("观察至", "{{ until }}"), ("依　　据", "{{ ground }}"))


def letter():
    """关于协查接触者的函."""
    sheet = _sheet("关于协查接触者的函")
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "{{ before }}下列人员经我县流行病学调查，判定为{{ disease }}病例的{{ kind }}，现在你处。"
                      "请协助落实管理，并把回执发还我处。")
    for name, words in FACTS:
        sheet.say("正文字", f"{name}　{words}")
    sheet.say("正文字", "接触情况　{% for one in speaks %}{{ one }}{% if not loop.last %}；{% endif %}{% endfor %}")
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    _receipt(sheet)
    return sheet.saved()


def _receipt(sheet):
    sheet.say("小标题", "回　　执")
    sheet.say("正文字", "{{ issuer }}：{{ name }} 已由我处接收管理，措施＿＿＿＿＿＿＿＿，自＿＿月＿＿日起。"
              "未找到的原因：＿＿＿＿＿＿＿＿＿＿。")
    sheet.say("正文字", "接管单位＿＿＿＿＿＿＿＿＿　接管人＿＿＿＿＿＿　回拨电话＿＿＿＿＿＿＿＿＿　你处文号＿＿＿＿＿＿")
    sheet.say("落款", "单位盖章　　　年　　月　　日　　时")
    sheet.say("小字", "联系电话 {{ phone_here }}　校验码 {{ code }}　本函含个人信息，仅用于疫情防控，用后按规定销毁。")


def recall():
    """关于撤回协查的函."""
    sheet = _sheet("关于撤回协查的函")
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "{{ before }}函请协查的下列人员，经核实不属于{{ disease }}病例的接触者，现予撤回。"
                      "请解除因该函采取的措施，并告知本人。")
    for name, words in (FACTS[0], FACTS[1]):
        sheet.say("正文字", f"{name}　{words}")
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    sheet.say("小标题", "回　　执")
    sheet.say("正文字", "{{ issuer }}：{{ name }} 的撤回函已收到，措施已于＿＿月＿＿日＿＿时解除。")
    sheet.say("正文字", "接收单位＿＿＿＿＿＿＿＿＿　接收人＿＿＿＿＿＿　回拨电话＿＿＿＿＿＿＿＿＿")
    sheet.say("落款", "单位盖章　　　年　　月　　日　　时")
    sheet.say("小字", "联系电话 {{ phone_here }}　校验码 {{ code }}　本函含个人信息，仅用于疫情防控，用后按规定销毁。")
    return sheet.saved()


def _sheet(title):
    sheet = Sheet(title, top=28, bottom=22, left=28, right=26, footer=12)
    sheet.style("标题字", 20, face=TITLE, align=CENTER, line=30, after=8)
    sheet.style("正文字", 14, align=JUSTIFY, line=22)
    sheet.style("首段", 14, align=JUSTIFY, line=22, indent=2, after=4)
    sheet.style("小标题", 14, face=HEADING, align=CENTER, line=24, before=6)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 14, align=RIGHT, line=22)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    return sheet
