"""Papers of directives and of the timeline."""
