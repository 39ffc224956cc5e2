"""What a payment is. Pure Python: no Qt, no httpx, no SQL, no keyring, no files."""
