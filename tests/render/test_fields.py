"""Types of fields: each has a template."""

from pathlib import Path
from typing import get_args

from policywright.adapters.assets import TEMPLATES
from policywright.model.form import FIELD_TYPES


def test_every_type_of_field_has_a_template_of_its_name() -> None:
    types = {get_args(kind.model_fields["type"].annotation)[0] for kind in FIELD_TYPES}
    assert {path.stem for path in Path(TEMPLATES, "fields").glob("*.html")} == types
