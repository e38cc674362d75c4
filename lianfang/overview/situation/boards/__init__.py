"""What the board shows of its figures: the columns of its table, its tiles, and what to chase now."""
