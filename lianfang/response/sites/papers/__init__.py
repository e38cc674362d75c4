"""Papers of sites: the sheet of a trip, which is the document of every change of place."""
