"""A case whole, as the command reads it: his file, the report of the investigation, and the trajectory that is published."""
