"""Orders: from the verdict to the release."""
