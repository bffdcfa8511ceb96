"""What stands: labellings and strengths of the claims of a map, and the reasons for them."""
