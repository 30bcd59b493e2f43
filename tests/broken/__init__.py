"""Broken inputs of our own making: whatever is dropped, there is an answer in words."""
