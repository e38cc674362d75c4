"""Pages of testing."""
