"""What the window costs: a tour of its pages, its loop standing still, its first frame."""
