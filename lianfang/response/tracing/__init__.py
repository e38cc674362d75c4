"""Tracing: whom a case may have infected, found by where people were and when, and followed to the last one's last day."""
