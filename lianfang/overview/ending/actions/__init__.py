"""What others may have done to an ending: decided by several, carried out part by part."""
from .carry import carry_out, go_on
from .decide import agree, approve, propose, revoke

__all__ = ["agree", "approve", "carry_out", "go_on", "propose", "revoke"]
