"""Records with named values: JSON, YAML, XML of no standard, tables."""
