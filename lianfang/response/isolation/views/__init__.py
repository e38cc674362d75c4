"""Pages of orders: lists, one order, its steps, checks at the door, reviews, hand-overs, papers."""
