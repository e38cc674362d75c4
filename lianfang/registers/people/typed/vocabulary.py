"""Characters and words of no particular field, and which kind of document a header or a cell speaks of."""
import re

NOTHING = frozenset(["", "无", "没有", "不详", "未知", "暂无", "不清楚", "空", "N/A", "NA", "#N/A", "NONE", "NULL", "0"]).union(
    "/\\—-….、*", ["——", "--", "---"]
)
YES, NO = "是", "否"
# With the rare characters, and the private ones that stood for them before GB 18030-2022.
HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff\uf900-\ufaff\U00020000-\U0003ffff"
COMMON_HAN = "\u4e00-\u9fff"
SEVERAL = r"[/、,，;；|或\n]"  # what stands between two numbers in one cell

# The first that fits.
KIND_WORDS = (
    (re.compile("护照|passport", re.IGNORECASE), "passport"),
    (re.compile("通行证|回乡证|台胞证|永久居留|居留"), "permit"),
    (re.compile("身份证|居住证"), "id_card"),
)
