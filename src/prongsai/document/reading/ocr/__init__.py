"""Pictures of pages read, through Tesseract."""
