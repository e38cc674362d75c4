"""What is measured, each kind of work in its own module: `measure(county)` gives figures by code."""
