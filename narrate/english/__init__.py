"""What several stages know of English. Each thing stands here once."""
