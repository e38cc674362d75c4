"""What tracing calls things: a disease by its code, a kind by who decided it."""
from lianfang.registers.diseases.queries import profile


def disease_word(code, on) -> str:
    """A disease in the reader's language; its code where no row names it that day."""
    found = profile(code, on)
    return str(found) if found else code
