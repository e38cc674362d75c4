"""What somebody says is wrong about him: appeals against a measure and corrections of records, each with a clock and an answer."""
