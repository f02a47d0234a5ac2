"""Files as people write them, and files that appear whole or not at all."""

from prongsai.files.schema import Fault, Strict, validate
from prongsai.files.whole import whole_file, write_whole
from prongsai.files.yaml_file import parse_yaml, read_json, read_text, read_yaml

__all__ = ["Fault", "Strict", "parse_yaml", "read_json", "read_text", "read_yaml", "validate", "whole_file", "write_whole"]
