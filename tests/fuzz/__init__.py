"""Bytes that nobody thought of: each format's parser, led by what it executes (Atheris)."""
