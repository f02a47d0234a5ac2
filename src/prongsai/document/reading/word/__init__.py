"""Word files read: text, lists with their numbers, tables, boxes, tracked changes."""
