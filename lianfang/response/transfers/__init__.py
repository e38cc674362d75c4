"""Cases and contacts from and to other counties: letters, receipts, what became of whom."""
