"""Papers of testing."""
