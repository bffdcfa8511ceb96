"""Commands over many maps."""
