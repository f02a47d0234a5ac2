"""placeholder."""
def data_of_workbook(path): raise SystemExit
