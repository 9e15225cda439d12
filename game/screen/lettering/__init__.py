"""Type: which face a sign is set in, where lines break, how they are drawn."""
