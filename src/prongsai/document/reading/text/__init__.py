"""Plain text, Markdown and CSV read, as people and machine readers write them."""
