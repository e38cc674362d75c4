"""Each action's test file is its spec."""
