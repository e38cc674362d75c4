"""Pages: at the sampling point, with large targets for a phone; in the laboratory, what waits and by when."""
