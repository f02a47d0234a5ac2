"""Excel files read: as workbooks of values, and as documents."""
