"""Where maps are kept: the ones that are shipped, and files."""
