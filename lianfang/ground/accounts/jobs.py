"""What the clock starts for accounts."""
from ..clock import job
from .actions import forget

job("accounts.forget", "03:30", forget)
