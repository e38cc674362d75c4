"""The unified social credit code of eighteen signs, held to its check sign (GB 32100-2015)."""
SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I, O, S, V, Z
LENGTH = 18


def read(text) -> str:
    """A code as it is written, or '' for what is none."""
    code = "".join(str(text).split()).upper()
    if len(code) != LENGTH or not set(code) <= set(SIGNS):
        return ""
    return code if check_sign(code[:-1]) == code[-1] else ""


def check_sign(body) -> str:
    """The last sign for seventeen: each weighs a power of three, modulo thirty-one."""
    total = sum(SIGNS.index(sign) * pow(3, at, 31) for at, sign in enumerate(body))
    return SIGNS[-total % 31]
