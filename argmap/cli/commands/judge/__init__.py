"""Commands that judge a map, and prepare it for judging."""
