"""The pages of what phones sent and of what of it does not fit."""
