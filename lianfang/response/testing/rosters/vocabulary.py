"""What the columns of a roster or a list of results are called."""
import re
import unicodedata

CALLED = {
    "name": ("姓名", "名字", "name", "人员姓名", "受检者姓名", "员工姓名"),
    "id_number": ("身份证号", "证件号", "身份证", "身份证号码", "证件号码", "idnumber"),
    "phone": ("电话", "手机", "手机号", "联系电话", "手机号码", "phone"),
    "place": ("村社区", "村", "社区", "现住", "现住村社区", "居住地", "village"),
    "taken_at": ("采样时间", "采样日期", "检测日期", "takenat"),
    "kind": ("检测项目", "项目", "kind"),
    "outcome": ("结果", "检测结果", "outcome"),
    "report": ("报告编号", "报告单号", "检测机构", "报告", "report"),
}
KIND_WORDS = {"核酸": "nucleic", "核酸检测": "nucleic", "nucleic": "nucleic", "": "nucleic", "ct": "ct", "胸部ct": "ct", "肺部ct": "ct",
              "抗体": "antibody", "血清抗体": "antibody", "抽血": "antibody"}
OUTCOME_WORDS = {
    "nucleic": {"阴性": "negative", "阴": "negative", "-": "negative", "未检出": "negative", "negative": "negative", "阳性": "positive",
                "阳": "positive", "+": "positive", "检出": "positive", "positive": "positive",
                "灰区": "grey", "可疑": "grey", "单靶标": "grey"},
    "ct": {"正常": "normal", "无异常": "normal", "未见异常": "normal", "可疑": "suspicious", "异常": "suspicious"},
    "antibody": {"阴性": "none", "都阴性": "none", "igg阳性": "igg", "igm阳性": "igm", "阳性": "igm"},
}
MARKS = re.compile(r"[\s_\-./:：（）()\[\]*＊]+")


def squeezed(text) -> str:
    """Words without blanks and marks; a sign alone stays."""
    plain = unicodedata.normalize("NFKC", str(text)).casefold().strip()
    return MARKS.sub("", plain) or plain


KNOWN = {squeezed(word): field for field, words in CALLED.items() for word in words}


def recognised(headers) -> dict[str, int]:
    """Which column is which field; the first of two that say the same."""
    found: dict[str, int] = {}
    for at, header in enumerate(headers):
        if (field := KNOWN.get(squeezed(header))) and field not in found:
            found[field] = at
    return found
