"""A run over files: which ones, their work shared out, suggestions written into them."""
