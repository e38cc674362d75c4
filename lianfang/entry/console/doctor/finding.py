"""One thing found: its code, whether it is unsafe or only to be known, what it is and how it is mended."""
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`code` stays the same in every language."""

    code: str
    says: str
    mend: str
    is_unsafe: bool = True
