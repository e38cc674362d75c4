"""The specs of doorstep."""
