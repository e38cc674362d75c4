"""What others may have done to drives."""
from .running import begin, call_off, finish_through

__all__ = ["begin", "call_off", "finish_through"]
