"""PDFs with text read: letters to lines, lines to paragraphs and tables."""
