"""Paper: its shapes, its grain and shadows, and the pieces that are kept of it."""
