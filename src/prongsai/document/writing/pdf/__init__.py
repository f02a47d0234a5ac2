"""PDF/A written, through Typst."""
