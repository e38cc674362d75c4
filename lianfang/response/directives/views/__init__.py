"""Pages of directives, tasks, the duty desk, visits, good practice and the timeline."""
