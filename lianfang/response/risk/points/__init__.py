"""Risk points: the register behind the four gates, rated every week by every unit, with measures that are somebody's to do."""
