"""Papers of tracing: the letter by which another county takes over a contact."""
