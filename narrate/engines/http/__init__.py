"""A speech server that speaks OpenAI's protocol."""
