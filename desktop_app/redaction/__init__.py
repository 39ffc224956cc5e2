"""Takes tokens, phones and names out of texts that leave the shop."""
