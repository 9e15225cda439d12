"""How what is seen goes over into what comes: each way of it means something."""
