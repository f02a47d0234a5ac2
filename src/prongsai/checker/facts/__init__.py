"""What a document states: whose it is, of which years, which scores, measures and claims."""
