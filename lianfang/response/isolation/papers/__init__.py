"""The papers a person under an order holds in hand: the start notice and the release notice, one A4 page each."""
from .notices import Notice, ReleaseNotice, StartNotice

__all__ = ["Notice", "ReleaseNotice", "StartNotice"]
