"""Everybody decided again when rows change by date: what an order becomes, the list of a switch, the carrying out."""
