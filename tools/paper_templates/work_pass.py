"""The Word template of the pass with which a worker goes back to work."""
from .grid import seal_place
from .sheet import CENTER, JUSTIFY, RED, RIGHT, TITLE, Sheet

FACTS = (("姓　　名", "{{ name }}"), ("证件号码", "{{ id_number }}"), ("到岗企业", "{{ firm }}"), ("来处风险", "{{ risk }}"),
         ("检　　测", "{{ tests }}"), ("有效期至", "{{ until }}"), ("依　　据", "{{ ground }}（{{ row }}）"))


def work_pass():
    """返岗证明."""
    sheet = Sheet("返岗证明", top=28, bottom=22, left=28, right=26, footer=12)
    sheet.style("标题字", 22, face=TITLE, align=CENTER, line=32, after=8)
    sheet.style("正文字", 14, align=JUSTIFY, line=24)
    sheet.style("小字", 9.5, line=13)
    sheet.style("落款", 14, align=RIGHT, line=22)
    sheet.style("印章", 9.5, align=RIGHT, line=14, colour=RED)
    sheet.say("小字", "{{ drill }}")
    sheet.say("标题字", "{{ title }}")
    sheet.say("落款", "编号 {{ number }}")
    for name, words in FACTS:
        sheet.say("正文字", f"{name}　{words}")
    sheet.say("正文字", "本证明到期、或者以后检测不合格即失效。企业可以凭编码在网上核对真假和是否有效。")
    seal_place(sheet.say("落款", "{{ issuer }}"), 30, drop=-3)
    sheet.say("落款", "{{ issued }}")
    sheet.say("印章", "印章处")
    sheet.say("小字", "核验码 {{ code }}")
    return sheet.saved()
