"""Tags of the gates' pages."""
