"""Readers: from any file of an agency to the one document model, each in a limited process."""
