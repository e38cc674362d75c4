"""What a screen shows of a name, number or address when nobody has given a reason."""
import re

STAR = "＊"


def mask_name(name: str) -> str:
    """张三 → 张＊, 周建明 → 周＊明, 包·巴特尔·朝鲁 → 包·＊·朝鲁: first and last stay, so that neighbours can tell whom is meant."""
    if "·" in name:
        parts = name.split("·")
        return "·".join([parts[0], *([STAR] * max(len(parts) - 2, 0)), parts[-1] if len(parts) > 2 else STAR])
    if " " in name:
        first, *rest = name.split(" ")
        return " ".join([first, *(part[0] + STAR for part in rest)])
    if len(name) <= 1:
        return name or STAR
    return name[0] + STAR if len(name) == 2 else name[0] + STAR * (len(name) - 2) + name[-1]


def mask_id(number: str) -> str:
    """220722198901011234 → 2207＊＊＊＊1234."""
    return number[:4] + STAR * 4 + number[-4:] if len(number) > 10 else STAR * 4 + number[-2:] if number else ""


def mask_phone(number: str) -> str:
    """13812345678 → 138＊＊＊＊5678."""
    return number[:3] + STAR * 4 + number[-4:] if len(number) >= 11 else STAR * 4 + number[-2:] if number else ""


def mask_address(address: str) -> str:
    """Keep the words, hide the numbers: 红旗小区3栋2单元401 → 红旗小区＊栋＊单元＊."""
    return re.sub(r"[0-9０-９A-Za-z]+", STAR, address)
