"""What the pages ask of an outbreak."""
