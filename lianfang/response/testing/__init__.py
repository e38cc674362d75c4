"""Testing: who must be tested and when, who wishes to be, whose result is awaited; the laboratory's own work is another loop."""
