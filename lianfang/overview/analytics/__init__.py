"""Statistics of measures: by reason, row, unit and officer for the supervisor; without anybody for the public."""
