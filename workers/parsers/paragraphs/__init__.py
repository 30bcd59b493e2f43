"""Paragraphs out of what other formats hold: markup, Markdown, text set in lines."""
