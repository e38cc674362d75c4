"""Who else was at a place as a list is typed or pasted, one line a person: 高原 13800001234 6排 向阳小区3号楼1单元601."""
from dataclasses import dataclass
from itertools import takewhile

from django.utils.translation import gettext as _

from lianfang.ground.workflow import Refused
from lianfang.registers.people.typed import cells, identity, phones, wording

from .vocabulary import BETWEEN, SEAT

MOST = 100


@dataclass(slots=True)
class Present:
    """One line: who, in which row; what the line says of his number, phone and address."""

    name: str
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""
    row: int | None = None


def read(text: str, on) -> list[Present]:
    """The people of a list; Refused with every line that cannot be read, by its number."""
    found, wrong = [], []
    for n, line in enumerate(text.splitlines(), 1):
        try:
            found += [_present(line, on)] if line.strip() else []
        except Refused as refused:
            wrong.append(_("第 {n} 行：{why}").format(n=n, why=refused))
    if wrong:
        raise Refused("\n".join(wrong))
    if not 0 < len(found) <= MOST:
        raise Refused(_("请一行写一个人，一次最多 {n} 人。").format(n=MOST))
    return found


def _present(line, on) -> Present:
    """Numbers are told by their length; what is left behind the name is the address."""
    line = BETWEEN.sub(" ", line)
    seat = SEAT.search(line)
    words = SEAT.sub(" ", line).split()
    latin = list(takewhile(lambda word: word.isascii() and word.isalpha(), words))
    name, rest = (" ".join(latin), words[len(latin):]) if latin else ("".join(words[:1]), words[1:])
    name = cells.name(name)
    if not name or any(sign.isdigit() for sign in name):
        raise Refused(_("先写姓名，再写手机号、证件号、第几排、住址。"))
    numbers = [word for word in rest if sum(map(str.isdigit, word)) > 6 and word[:-1].isdigit()]
    read = identity.read(next((one for one in numbers if len(one) > 13), ""), "id_card", on=on)
    phone = phones.read(next((one for one in numbers if len(one) <= 13), ""))
    if read.fault:
        raise Refused(wording.wrong_id(read.fault, read.detail, "id_card"))
    if phone.fault:
        raise Refused(wording.wrong_phone(phone.fault, phone.detail))
    address = " ".join(word for word in rest if word not in numbers)
    return Present(name, read.kind if read.number else "", read.number, phone.number, address[:120], int(seat[1]) if seat else None)
