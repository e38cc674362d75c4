"""Ways in that are no single domain's page."""
