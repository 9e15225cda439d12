"""A player's hands: what comes from keyboard, mouse, touch and gamepad, told as intents."""
