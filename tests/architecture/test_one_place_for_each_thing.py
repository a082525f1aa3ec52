"""Each outside library, and each door to the machine, is used in one kind of file only."""

import ast
from fnmatch import fnmatch

import pytest

from architecture.house import CORE, SHELL, Module, modules

ENGINES = ("engine/on_*.py", "engine/vintage_file.py")
#: A vintage in many files, and tables of results.
ARROW = ("engine/facts/*.py", "engine/table_file.py", "engine/query*.py", "engine/cube/table.py")
CHARTS = ("publish/chart.py", "publish/chart/*.py")
DISK = ("flow.py", "cli.py", "cli/*.py", "engine/*.py")
#: The core's one door to a network, opened only when a person names the address behind it.
NETWORK = ("directive/ask_model.py",)
NOWHERE: tuple[str, ...] = ()

#: Library -> the files of the core that may import it.
HOMES = {
    "duckdb": (*ENGINES, "engine/facts/*.py"),
    "psycopg": ENGINES,
    "pyspark": ENGINES,
    "pyarrow": ARROW,
    "docx": ("directive/open_*.py",),
    "pypdfium2": ("directive/open_*.py",),
    "pdfplumber": ("directive/open_*.py",),
    "selectolax": ("directive/open_*.py",),
    "xlsxwriter": ("intake/template.py",),
    "python_calamine": ("intake/workbook.py",),
    "zipfile": ("intake/zip_guard.py", "intake/evidence.py", "directive/open_*.py"),
    "yaml": ("indicators/read_yaml.py", "*/dump*.py"),
    "jsonschema": ("indicators/read_yaml.py",),
    "altair": CHARTS,
    "vl_convert": CHARTS,
    "os": (*DISK, *NETWORK),
    "pathlib.Path": DISK,
    "tempfile": DISK,
    "shutil": DISK,
    "subprocess": ("cli.py", "cli/*.py", "directive/open_doc.py"),
    "runpy": ("cli.py", "cli/*.py"),
    "socket": NOWHERE,
    "http": NETWORK,
    "urllib.request": NETWORK,
    "random": NOWHERE,
    "django": NOWHERE,
}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
#: Apps that every other app of the shell may know.
SHARED_APPS = {"accounts", "audit"}


def _imports(module: Module, library: str) -> bool:
    return any(name == library or name.startswith(f"{library}.") for name in module.imports())


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_imported_only_where_it_lives(library: str) -> None:
    strays = [
        module.name
        for module in modules(CORE)
        if _imports(module, library)
        and not any(
            fnmatch(module.path.relative_to(CORE).as_posix(), home) for home in HOMES[library]
        )
    ]
    assert strays == [], f"{library} lives in {HOMES[library] or 'no file of the core'}"


def test_the_core_never_asks_what_day_it_is() -> None:
    asking = [
        f"{module.name}:{number}"
        for module in modules(CORE)
        if not module.path.name.startswith("cli") and module.path.parent.name != "cli"
        for number, line in enumerate(module.text.splitlines(), 1)
        if "date.today(" in line or "datetime.now(" in line or "time.time(" in line
    ]
    assert asking == [], "the day comes in as an argument"


def test_the_root_of_each_package_imports_nothing() -> None:
    roots = [
        m for m in modules(CORE, SHELL) if m.path in (CORE / "__init__.py", SHELL / "__init__.py")
    ]
    assert [name for root in roots for name in root.imports()] == []


def test_no_file_bears_a_name_that_says_nothing() -> None:
    empty = [
        m.name
        for m in modules(CORE, SHELL)
        if NAMES_THAT_SAY_NOTHING & set(m.path.with_suffix("").parts)
    ]
    assert empty == []


def test_no_app_of_the_shell_imports_the_models_of_another() -> None:
    peeping = [
        f"{module.name} imports {name}"
        for module in modules(SHELL)
        for name in module.imports()
        if (parts := name.split("."))[0] == "lotrinh_web"
        and parts[2:3] == ["models"]
        and parts[1] not in SHARED_APPS | {module.path.relative_to(SHELL).parts[0]}
    ]
    assert peeping == [], "ask the other app's actions or queries"


def test_only_the_check_marks_a_submission_as_checked() -> None:
    """The ledger takes nothing but `Checked`, so no door for figures can forget the check."""
    making = [
        module.name
        for module in modules(CORE, SHELL)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Checked"
    ]
    assert making == ["src/lotrinh/intake/check.py"]


def test_every_room_of_the_core_stands_in_the_house_plan() -> None:
    plan = (CORE.parents[1] / ".importlinter").read_text(encoding="utf-8")
    rooms = {p.stem for p in CORE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    unplanned = [
        room
        for room in rooms - {"__init__"}
        if f"lotrinh.{room}\n" not in plan.replace(")", "").replace(" |", "\n")
    ]
    assert unplanned == [], "give the room its floor in .importlinter"
