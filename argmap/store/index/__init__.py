"""The index of many maps: one SQLite file that questions are answered from without the maps."""
