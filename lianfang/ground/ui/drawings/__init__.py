"""What the larger drawings are made of: statuses and cells of a building, places and lines of a flow."""
