"""Documents that are no web pages: of word processors, PDF, books, subtitles."""
