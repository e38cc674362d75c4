"""Lianfang 联防: a county's joint prevention and control, and its recovery."""
