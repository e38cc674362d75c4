"""Inspection: who looks at what, what was found, what became of it, how villages and towns compare."""
