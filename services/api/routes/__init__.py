"""The addresses of the API: one module for each subject; `web.py` puts them together."""
