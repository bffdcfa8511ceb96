"""The same question about many maps: done by many processes, and once only, whatever happens."""
