"""The paper of an ending."""
