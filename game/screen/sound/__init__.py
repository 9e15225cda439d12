"""What is heard: rooms, things and the score's note; and in words, for whoever does not hear."""
