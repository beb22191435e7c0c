"""The public site and its editors. Comes later."""
