"""A sealed text as it travels through the code: it opens only where somebody asks."""
from .keys import open_bytes, seal_bytes


class Sealed:
    """An encrypted text of one purpose; printing it shows nothing, `.open()` is the only way in."""

    __slots__ = ("purpose", "content")

    def __init__(self, purpose: str, content: bytes):
        self.purpose, self.content = purpose, bytes(content)

    @classmethod
    def of(cls, purpose: str, clear: str) -> "Sealed":
        """Seal a text; nothing in, nothing kept."""
        return cls(purpose, seal_bytes(purpose, clear.encode()) if clear else b"")

    def open(self) -> str:
        """The text in clear."""
        return open_bytes(self.purpose, self.content).decode() if self.content else ""

    def __bool__(self):
        return bool(self.content)

    def __repr__(self):
        return "＊" if self.content else ""

    __str__ = __repr__

    def __eq__(self, other):
        return isinstance(other, Sealed) and (self.purpose, self.content) == (other.purpose, other.content)

    def __hash__(self):
        return hash((self.purpose, self.content))
