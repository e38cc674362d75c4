"""Papers of an incident."""
