"""Prepare `.venv/` and the system libraries that Qt needs: `make setup`.

`--tests` adds the programs that the tests ask about our files, `--torture` those of `make torture`.

Runs on the bare system Python with the standard library alone. Once done it finds its stamp and
ends at once, without the network. As root on Debian it installs what is missing; otherwise it
says in one sentence what is.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "so-tram.stamp"
OLDEST_PYTHON = (3, 11)

# What Qt loads from the system, and the Debian package that brings it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}

# What the tests ask whether our PDF files and signatures are right, and the Debian package that
# brings it: a program, or a file.
TEST_TOOLS = {
    "pdftotext": "poppler-utils",
    "pdfsig": "poppler-utils",
    "qpdf": "qpdf",
    "softhsm2-util": "softhsm2",
    "/usr/share/java/preflight.jar": "libpdfbox2-java",
    "/usr/share/java/jaxb-api.jar": "libjaxb-api-java",
    "/usr/share/java/javax.activation.jar": "libactivation-java",
    "java": "default-jre-headless",
}

# What the torture tests call besides, and the Debian package that brings it.
TORTURE_TOOLS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "strace": "strace",
}


class SetupFault(Exception):
    """Something a person has to do before the environment can be prepared."""


def main(arguments: Sequence[str]) -> int:
    """Prepare the environment; return the exit status."""
    try:
        if sys.version_info < OLDEST_PYTHON:
            raise SetupFault("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
        install_packages(missing_packages(wanted_tools(arguments)))
        prepare_venv()
    except SetupFault as fault:
        print(f"setup: {fault}.", file=sys.stderr)
        return 1
    return 0


def wanted_tools(arguments: Sequence[str]) -> dict[str, str]:
    """Return the tools that are wanted besides Qt's libraries, each with its Debian package."""
    if "--torture" in arguments:
        return {**TEST_TOOLS, **TORTURE_TOOLS}
    return TEST_TOOLS if "--tests" in arguments else {}


def missing_packages(tools: Mapping[str, str]) -> list[str]:
    """Return the Debian packages whose parts are absent, in the order of the tables."""
    packages = []
    if importlib.util.find_spec("ensurepip") is None and not is_venv_current():
        packages.append("python3-venv")
    if sys.platform == "linux":
        packages += [name for library, name in QT_LIBRARIES.items() if not loads(library)]
    packages += [name for tool, name in tools.items() if not is_there(tool)]
    return list(dict.fromkeys(packages))


def is_there(tool: str) -> bool:
    """Tell whether a program is found, or a file given with its whole path exists."""
    return Path(tool).is_file() if tool.startswith("/") else shutil.which(tool) is not None


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds this library and everything it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages when we may; otherwise name them."""
    if not packages:
        return
    names = " ".join(packages)
    is_debian = shutil.which("apt-get") is not None
    if not is_debian or os.geteuid() != 0:
        raise SetupFault(f"these system packages (Debian's names) are missing: {names}")
    print(f"setup: installing {names}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            print(done.stdout + done.stderr, file=sys.stderr)
            raise SetupFault(f"apt-get could not install {names}; its own words stand above")


def prepare_venv() -> None:
    """Make the virtual environment hold what the lock file says, unless it does already."""
    if is_venv_current():
        return
    STAMP.unlink(missing_ok=True)
    print("setup: preparing .venv (once; fetches the locked packages)", flush=True)
    if not has_working_pip():
        # In a process of its own: python3-venv may have been installed a moment ago.
        run_or_refuse([sys.executable, "-m", "venv", "--clear", str(VENV)], "make .venv")
    install = ["install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"]
    run_or_refuse(
        [str(venv_python()), "-m", "pip", *install, "--require-hashes", "-r", str(LOCK)],
        "install the packages of requirements.lock",
    )
    STAMP.write_text(stamp_text(), encoding="utf-8")


def is_venv_current() -> bool:
    """Tell whether the environment was made by this Python, here, from this lock file."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == stamp_text()


def stamp_text() -> str:
    """Return what must be equal for the environment to be kept."""
    lock_hash = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return "\n".join([lock_hash, sys.version, str(VENV), ""])


def venv_python() -> Path:
    """Return the environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def has_working_pip() -> bool:
    """Tell whether an environment of this very Python is there and only lacks packages."""
    if not venv_python().exists():
        return False
    question = "import pip, sys; print(sys.prefix, sys.version)"
    command = [str(venv_python()), "-c", question]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout == f"{VENV} {sys.version}\n"


def run_or_refuse(command: Sequence[str], purpose: str) -> None:
    """Run a command that speaks for itself; refuse to go on when it fails."""
    if subprocess.run(command, check=False).returncode != 0:
        raise SetupFault(f"could not {purpose}; the reason stands above")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
