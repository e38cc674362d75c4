"""Cases: from the first word about one to the last revisit."""
