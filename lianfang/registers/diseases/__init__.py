"""Diseases: what is known of each, as a dated table that a county may add to."""
