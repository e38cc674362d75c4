"""What codes, cells and faults are called, for pages and paper."""
