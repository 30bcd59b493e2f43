"""The desk: the pages that people look at, served beside the API."""
