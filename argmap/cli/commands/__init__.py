"""One file, one command; its folder is the panel that help lists it in."""
