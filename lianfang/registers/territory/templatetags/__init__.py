"""Words of the territory for templates."""
