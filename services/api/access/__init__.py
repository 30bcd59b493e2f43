"""Who may come in, how much they may bring, and what is answered to those who may not."""
