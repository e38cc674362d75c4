"""What a gate prints: the letter to another county, and sheets of passes."""
