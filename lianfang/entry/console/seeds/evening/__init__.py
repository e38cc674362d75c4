"""What the first evening of the demo finds: bulletins, where places lie, letters to and from elsewhere, reports to the city, sensors; the
headquarters with its morning's meeting, a directive, an inspection, the register of risk points."""
