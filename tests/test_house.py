"""Rules of the house that ruff and mypy do not know: sizes, SQL, translation, text form, addresses.

Each rule is a function from source to faults, so that the tests can show it a fault as well.
"""

import ast
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("data", "reports", "ui")
LINES_IN_MODULE = 400
LINES_IN_FUNCTION = 50
PARAMETERS = 5
TEXT_SUFFIXES = {".py", ".toml", ".ts", ".json", ".csv", ".md", ".txt", ".yaml", ".svg", ".html"}
SQL_CALLS = {"execute", "executemany", "executescript", "query"}
SQL_CALLS |= {"rows_where", "count_where", "delete_where", "pks_and_rows_where"}
BANNED_WIDGETS = {"QDoubleSpinBox", "QDoubleValidator"}
TRANSLATION_MARKS = {"tr", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"}
# Joined here so that this file does not contain what it forbids.
REGISTRY_HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.",
    "deb.debian" + ".org",
    "files.python" + "h",
)
Rule = Callable[[str], list[str]]
MACHINE_FOLDERS = ("ro" + "ot", "wo" + "rk", "ho" + "me", "U" + "sers")


def python_files(*folders: str) -> list[Path]:
    """Return our Python files in these folders of the repository, and main.py."""
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [*files, *ROOT.glob("main.py")]


def tracked_files() -> list[Path]:
    """Return all files that are in the repository or about to be."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others"]
    command.append("--exclude-standard")
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / name.decode("utf-8") for name in listing.split(b"\0") if name]
    return [path for path in paths if path.is_file()]


@lru_cache(maxsize=1)
def nodes(source: str) -> tuple[ast.AST, ...]:
    """Return everything in a module; the last one is remembered, since every rule asks for it anew."""
    return tuple(ast.walk(ast.parse(source)))


def functions(source: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a module, nested ones too."""
    for node in nodes(source):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def calls(source: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of a module with the last part of the called name."""
    for node in nodes(source):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node


def is_put_together(node: ast.expr) -> bool:
    """Tell whether a text is made at run time: f-string, operator or .format()."""
    is_format = (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"format", "format_map", "join", "replace"}
    )
    return is_format or isinstance(node, ast.JoinedStr | ast.BinOp)


def is_literal(node: ast.expr) -> bool:
    """Tell whether an argument is a text that lupdate can read."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def long_modules(source: str) -> list[str]:
    """Name a module that is too long."""
    lines = len(source.splitlines())
    return [f"{lines} lines"] if lines > LINES_IN_MODULE else []


def long_functions(source: str) -> list[str]:
    """Name functions that are too long, their docstrings not counted."""
    return [
        f"{node.lineno}: {node.name} has {lines} lines"
        for node in functions(source)
        if (lines := body_length(node)) > LINES_IN_FUNCTION
    ]


def body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines from `def` to the end without the docstring."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def long_parameter_lists(source: str) -> list[str]:
    """Name functions with too many parameters, self and cls not counted."""
    faults = []
    for node in functions(source):
        given = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
        counted = [argument for argument in given if argument.arg not in {"self", "cls"}]
        counted += [extra for extra in (node.args.vararg, node.args.kwarg) if extra]
        if len(counted) > PARAMETERS:
            faults.append(f"{node.lineno}: {node.name} has {len(counted)} parameters")
    return faults


def assembled_sql(source: str) -> list[str]:
    """Name calls that hand the database a text put together at run time."""
    return [
        f"{call.lineno}: {name}() with SQL put together"
        for name, call in calls(source)
        if name in SQL_CALLS and call.args and is_put_together(call.args[0])
    ]


def untranslatable(source: str) -> list[str]:
    """Name translation calls whose text lupdate cannot find or Linguist cannot match."""
    faults = []
    for name, call in calls(source):
        if name in TRANSLATION_MARKS:
            texts = call.args[:2] if name == "QT_TRANSLATE_NOOP" else call.args[:1]
            is_fault = not texts or not all(is_literal(text) for text in texts)
        else:
            # A literal context tells it from QPainter.translate(x, y) and str.translate(table).
            is_translation = name == "translate" and bool(call.args) and is_literal(call.args[0])
            is_fault = is_translation and any(is_put_together(text) for text in call.args)
        if is_fault:
            faults.append(f"{call.lineno}: {name}() needs a literal text")
    return faults


def banned_widgets(source: str) -> list[str]:
    """Name uses of widgets that read 12.5 as 125 under a Vietnamese locale."""
    faults = []
    for node in nodes(source):
        names = {
            getattr(node, "id", None),
            getattr(node, "attr", None),
            getattr(node, "name", None),
        }
        faults += [f"{getattr(node, 'lineno', 0)}: {name}" for name in names & BANNED_WIDGETS]
    return faults


FOLDERS: dict[Rule, tuple[str, ...]] = {
    long_modules: (*PACKAGES, "tests"),
    long_functions: (*PACKAGES, "tests"),
    assembled_sql: (*PACKAGES, "tests"),
    long_parameter_lists: PACKAGES,
    untranslatable: ("ui",),
    banned_widgets: ("ui",),
}
"""Where each rule holds, main.py besides."""


def is_composed(text: str) -> bool:
    """Tell whether a text is in Unicode form NFC."""
    return unicodedata.is_normalized("NFC", text)


def local_addresses(content: bytes) -> list[str]:
    """Name package registries and absolute folders of somebody's machine."""
    hosts = "|".join(re.escape(host) for host in REGISTRY_HOSTS)
    folders = "|".join(MACHINE_FOLDERS)
    pattern = rf"(?:{hosts})|(?<![\w.}}\)\]*~-])/(?:{folders})/[\w.]"
    return [found.decode() for found in re.findall(pattern.encode(), content)]


@pytest.fixture(scope="module")
def faults() -> dict[Rule, list[str]]:
    """What each rule finds, each fault with the file's place in the repository; every file is read once."""
    found: dict[Rule, list[str]] = {}
    for path in python_files(*PACKAGES, "tests"):
        place, source = path.relative_to(ROOT), path.read_text(encoding="utf-8")
        for rule, folders in FOLDERS.items():
            if place.parts[0] in (*folders, "main.py"):
                found.setdefault(rule, []).extend(f"{place}:{fault}" for fault in rule(source))
    return found


@pytest.mark.parametrize("rule", FOLDERS)
def test_rule_is_kept(rule: Rule, faults: dict[Rule, list[str]]) -> None:
    assert faults[rule] == []


def test_texts_are_composed() -> None:
    """Vietnamese in form NFD looks alike, but is neither found nor drawn."""
    folders = {ROOT / name for name in (*PACKAGES, "assets")}
    files = [path for path in tracked_files() if folders & set(path.parents)]
    texts = [path for path in files if path.suffix in TEXT_SUFFIXES]
    assert [path for path in texts if not is_composed(path.read_text(encoding="utf-8"))] == []


def test_no_address_of_a_registry_or_a_machine() -> None:
    faults = {path: local_addresses(path.read_bytes()) for path in tracked_files()}
    assert {path: found for path, found in faults.items() if found} == {}


def function_of(lines: int) -> str:
    """Return a function of that many lines."""
    return "def act():\n" + "    pass\n" * (lines - 1)


@pytest.mark.parametrize(
    ("rule", "fault", "sound"),
    [
        (long_modules, "pass\n" * 401, "pass\n" * 400),
        (long_functions, function_of(51), function_of(50)),
        (long_functions, "async " + function_of(51), 'def act():\n    """One.' + "\n" * 60 + '"""'),
        (long_parameter_lists, "def act(a, b, c, *, d, e, f): ...", "def act(a, b, c, d, e): ..."),
        (
            long_parameter_lists,
            "def act(a, b, c, d, *e, **f): ...",
            "def act(self, a, b, *, c, d, e): ...",
        ),
        (assembled_sql, "db.execute(f'select {x}')", "db.execute('select ?', (x,))"),
        (assembled_sql, "db.executemany('a' + b, rows)", "db.executemany(INSERT, rows)"),
        (assembled_sql, "db.executescript('a %s' % b)", "log.info('a %s' % b)"),
        (assembled_sql, "execute('{}'.format(a))", "render('{}'.format(a))"),
        (untranslatable, "self.tr(f'{a} rows')", "self.tr('{a} rows').format(a=a)"),
        (untranslatable, "self.tr(title)", "self.tr('Rows', '', count)"),
        (untranslatable, "self.tr('{}'.format(a))", "text.translate(table)"),
        (untranslatable, "QT_TRANSLATE_NOOP(context, 'Due')", "QT_TRANSLATE_NOOP('Rail', 'Due')"),
        (untranslatable, "app.translate('Rail', 'a' + b)", "app.translate('Rail', title)"),
        (untranslatable, "app.translate('Rail', f'{a}')", "painter.translate(x + 1, y * 2)"),
        (banned_widgets, "from PySide6.QtWidgets import QDoubleSpinBox", "import QSpinBox"),
        (banned_widgets, "QtGui.QDoubleValidator()", "'QDoubleValidator is banned'"),
        (banned_widgets, "QDoubleSpinBox()", "QLineEdit()"),
    ],
)
def test_rule_sees_a_fault(rule: Rule, fault: str, sound: str) -> None:
    assert rule(fault)
    assert rule(sound) == []


def test_decomposed_text_is_seen() -> None:
    assert is_composed("Tả Phời")
    assert not is_composed(unicodedata.normalize("NFD", "Tả Phời"))


@pytest.mark.parametrize("host", REGISTRY_HOSTS)
def test_registry_host_is_seen(host: str) -> None:
    assert local_addresses(f"https://{host}/simple".encode())


@pytest.mark.parametrize("folder", MACHINE_FOLDERS)
def test_machine_folder_is_seen(folder: str) -> None:
    assert local_addresses(f"see /{folder}/main".encode())
    assert local_addresses(f"see data/{folder}/main".encode()) == []
