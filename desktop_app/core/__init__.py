"""The domain of payments, in pure Python: no Qt, no httpx, no SQL, no keyring, no files."""
