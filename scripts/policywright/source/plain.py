"""Reading YAML that is none of ours as the plain values that it holds."""

from __future__ import annotations

import yaml

_MOST_KEYS = 10_000
"""How many keys a mapping may have with all that is merged into it; a few lines that merge each other make millions."""


class PlainLoader(yaml.SafeLoader):
    """Makes texts, numbers, dates, lists and mappings of a file, and none of the objects that it may ask for."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        """Put what is merged into a mapping among its keys."""
        super().flatten_mapping(node)
        if len(node.value) > _MOST_KEYS:
            problem = f"found more than {_MOST_KEYS} keys in a mapping"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
