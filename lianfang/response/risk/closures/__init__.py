"""What is shut, where, until when, and who may pass all the same."""
