import subprocess
import sys

_PUBLISH_NOTHING = "check", "explain", "list", "new", "review", "schema"


def test_commands_that_publish_nothing_do_not_load_what_makes_pages() -> None:
    loaded = "".join(f"import policywright.cli.{command}\n" for command in _PUBLISH_NOTHING)
    told = "import sys\nprint(*(name for name in sys.modules if name.startswith('policywright.')))"
    ran = subprocess.run([sys.executable, "-c", loaded + told], check=True, capture_output=True, text=True)
    parts = {name.split(".")[1] for name in ran.stdout.split()}
    assert "checks" in parts
    assert "render" not in parts
