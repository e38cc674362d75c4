"""Characters and words of no particular field."""

NOTHING = frozenset(["", "无", "没有", "不详", "未知", "暂无", "不清楚", "空", "N/A", "NA", "#N/A", "NONE", "NULL", "0"]).union(
    "/\\—-….、*", ["——", "--", "---"]
)
YES, NO = "是", "否"
# With the rare characters, and the private ones that stood for them before GB 18030-2022.
HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8ff\uf900-\ufaff\U00020000-\U0003ffff"
COMMON_HAN = "\u4e00-\u9fff"
SEVERAL = r"[/、,，;；|或\n]"  # what stands between two numbers in one cell
