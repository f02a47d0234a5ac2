"""Writers: from the one document model to Word, PDF, HTML and Excel."""
