"""Hospitals: their task forces, the weekly report on infection control, the daily reminder, and problems until they are mended."""
