"""Facts of a document taken over into a results file, each with its place."""
