"""Window, pages and widgets: everything a person sees."""
