"""Pages: at the gate, with large targets for a phone; on the desk, lists, totals, notices and passes."""
