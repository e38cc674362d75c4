"""The Word templates of the letter that asks another county to take over a contact, and of the one that takes it back."""
from .official import begun, listed, signed, slip

FACTS = (("姓　　名", "{{ name }}　{{ sex }}"), ("证件号码", "{{ number }}"), ("电　　话", "{{ phone }}"), ("住　　址", "{{ address }}"),
         ("末次接触", "{{ last }}"), ("观察至", "{{ until }}"), ("依　　据", "{{ ground }}"))


def letter():
    """关于协查接触者的函."""
    sheet = begun("关于协查接触者的函")
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "{{ before }}下列人员经我县流行病学调查，判定为{{ disease }}病例的{{ kind }}，现在你处。"
                      "请协助落实管理，并把回执发还我处。")
    listed(sheet, FACTS)
    sheet.say("正文字", "接触情况　{% for one in speaks %}{{ one }}{% if not loop.last %}；{% endif %}{% endfor %}")
    signed(sheet)
    slip(sheet, "{{ issuer }}：{{ name }} 已由我处接收管理，措施＿＿＿＿＿＿＿＿，自＿＿月＿＿日起。未找到的原因：＿＿＿＿＿＿＿＿＿＿。",
         "接管单位＿＿＿＿＿＿＿＿＿　接管人＿＿＿＿＿＿　回拨电话＿＿＿＿＿＿＿＿＿　你处文号＿＿＿＿＿＿")
    return sheet.saved()


def recall():
    """关于撤回协查的函."""
    sheet = begun("关于撤回协查的函")
    sheet.say("正文字", "{{ to }}：")
    sheet.say("首段", "{{ before }}函请协查的下列人员，经核实不属于{{ disease }}病例的接触者，现予撤回。"
                      "请解除因该函采取的措施，并告知本人。")
    listed(sheet, FACTS[:2])
    signed(sheet)
    slip(sheet, "{{ issuer }}：{{ name }} 的撤回函已收到，措施已于＿＿月＿＿日＿＿时解除。",
         "接收单位＿＿＿＿＿＿＿＿＿　接收人＿＿＿＿＿＿　回拨电话＿＿＿＿＿＿＿＿＿")
    return sheet.saved()
