"""Finding the claim, argument or group that somebody means by a few words."""
