"""Somebody abnormal: whoever sees him reports, he is measured, set apart, and put to the table; each step has its clock."""
