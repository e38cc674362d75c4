"""The end of the emergency: what goes, what stays, who decided it, and the proof."""
