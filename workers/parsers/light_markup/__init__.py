"""Text with a light markup: Markdown, reStructuredText, Org, AsciiDoc, wiki text."""
