"""Papers of command."""
