"""Commands that answer questions about a map."""
