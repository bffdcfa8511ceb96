"""Commands for many maps at once."""
