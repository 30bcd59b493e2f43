"""What the container formats share: inner files, their budget, and unpacking as a stream."""
