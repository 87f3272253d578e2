"""The wheel as a stranger gets it: built, installed apart from the checkout, and run from an empty folder."""

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import reconcile

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must succeed, without the environment's own Python paths."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "RECONCILE"))}
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `reconcile` command of a new environment: the wheel itself, and this environment's libraries behind it."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False)
    script = home / "bin" / "python"
    target = Path(run(script, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    (wheel,) = built.glob("*.whl")
    installer = (sys.executable, "-m", "pip", "--python", str(script), "install", "--no-deps", "--no-index", "--quiet")
    run(*installer, wheel, cwd=home)
    # A folder that a path file adds is taken as it is: its own path files, an editable checkout's too, stay unread.
    (target / "libraries.pth").write_text(sysconfig.get_path("platlib") + "\n", encoding="utf-8")
    return home / "bin" / "reconcile"


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Police said 12 people were injured in the fire.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The fire injured 14 people, police said.\n", encoding="utf-8")
    return tmp_path


def test_the_wheel_holds_the_rules_and_the_marker_of_types(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*.toml")}
    assert shipped
    assert {f"reconcile/_rules/{name}" for name in shipped} <= names
    assert "reconcile/py.typed" in names
    assert {name.partition("/")[0] for name in names} == {"reconcile", f"reconcile-{reconcile.__version__}.dist-info"}


def test_the_source_distribution_is_complete(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    for wanted in ("README.md", "LICENSE", "Makefile", "requirements.lock", "rules", "tests", "seeds", "bench", ".ci"):
        assert any(name == wanted or name.startswith(f"{wanted}/") for name in names), wanted


def test_the_version_is_the_same_everywhere(installed: Path, built: Path, empty: Path) -> None:
    assert reconcile.__version__ in run(installed, "--version", cwd=empty)
    assert [path.name for path in built.glob("*.whl")] == [f"reconcile-{reconcile.__version__}-py3-none-any.whl"]


def test_the_installed_package_is_what_runs(installed: Path, empty: Path) -> None:
    where = "import reconcile, reconcile.rulebook as r; print(reconcile.__file__); print(r.shipped_folder())"
    for path in run(installed.with_name("python"), "-c", where, cwd=empty).splitlines():
        assert installed.parent.parent in Path(path).parents


def test_two_sources_are_compared_from_an_empty_folder(installed: Path, empty: Path) -> None:
    out = run(installed, "compare", "a.txt", "b.txt", cwd=empty)
    assert "12" in out
    assert "14" in out


def test_the_rules_are_listed_from_an_empty_folder(installed: Path, empty: Path) -> None:
    assert "hedges.nearly" in run(installed, "rules", "list", cwd=empty)


def test_every_locked_dependency_is_listed_with_a_licence_that_may_be_used() -> None:
    rows = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if row.startswith("|")]
    licences = {_canonical(name): licence for name, _, licence in cells[2:]}
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements-dev.lock").read_text(encoding="utf-8"), re.MULTILINE)
    assert {_canonical(name) for name in locked} <= licences.keys()
    for name, licence in licences.items():
        choices = licence.replace(";", " OR ").split(" OR ")
        assert any("GPL" not in choice or "LGPL" in choice for choice in choices), (name, licence)
        assert licence != "UNKNOWN", name


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_manual_has_a_page_for_each_command(tmp_path: Path) -> None:
    run(sys.executable, ROOT / "tools" / "man.py", tmp_path, cwd=ROOT)
    pages = {path.name for path in tmp_path.iterdir()}
    assert {"reconcile.1", "reconcile-compare.1", "reconcile-check.1", "reconcile-rules-show.1"} <= pages
    compare = (tmp_path / "reconcile-compare.1").read_text(encoding="utf-8")
    assert "claims" in compare
    assert r"\-\-format" in compare
    assert "SOURCE" in compare
