"""What lies somewhere already: given to `import`, followed and steered."""
