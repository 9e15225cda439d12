"""The phone: its body, and what can be on it."""
