"""The templates, styles and fonts that travel inside the wheel."""
