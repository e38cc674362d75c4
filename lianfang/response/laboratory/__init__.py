"""The laboratory: from the scanned tube to the result, and what a result sets going."""
