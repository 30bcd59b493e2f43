"""An article that was saved alone, without a page around it."""
