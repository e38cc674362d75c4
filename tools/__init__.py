"""Small scripts that hold and build the house, each with one job: `python -m tools.NAME`."""
