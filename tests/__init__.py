"""The tests; a package, so that its helpers are imported by one absolute name."""
