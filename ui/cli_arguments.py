"""The words after ``main.py`` -> what is asked for. Imports next to nothing, since the window starts here too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from data.errors import UserError


class Command(NamedTuple):
    """What may stand after one command.

    Attributes:
        name: As typed; ``catalogue`` is followed by one of ``actions``.
        positional: Names of the arguments that must follow, in order.
        required: Options with a value that must be there.
        optional: Options with a value that may be there.
        flags: Options without a value.
        formats: What ``--format`` may be; the first one is meant when it is absent.
        actions: Second words; empty for most commands.
        action_positional: Second word -> names of the arguments that must follow it, where there are any.
        synopsis: One line for the help.
    """

    name: str
    synopsis: str
    positional: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    action_positional: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Asked(NamedTuple):
    """One call of the program, taken apart.

    Attributes:
        command: Name of the command; ``WINDOW`` for the window, ``HELP`` for the list of commands.
        values: Positional arguments and options with a value, by name (``file``, ``--period``).
        flags: The flags that were given.
    """

    command: str
    values: Mapping[str, str] = MappingProxyType({})
    flags: frozenset[str] = frozenset()


class UsageFault(Exception):
    """Wrong usage: exit status 2.

    Attributes:
        code: Key of the sentence in the table ``usage``.
        parameters: Values for the sentence.
        command: Command whose synopsis helps, or empty.
    """

    def __init__(self, code: str, command: str = "", **parameters: str) -> None:
        """Keep what the sentence needs."""
        super().__init__(code)
        self.code = code
        self.command = command
        self.parameters = {"command": command, **parameters}


WINDOW = "window"
HELP = "help"
STATION_SUFFIX = ".sotram"
BACKUP_SUFFIXES = (".sotram-backup", ".hong")
LANGUAGES = ("vi", "en")
EXIT_MOMENTS = ("painted", "ready")

_EVERYWHERE = ("--lang", "--user")
_HELP_WORDS = frozenset(("--help", "-h"))

# How the help calls the arguments that have no name of their own.
_PRINTED_NAMES = {
    "file": "FILE.sotram",
    "figures": "FIGURES.csv",
    "folder": "FOLDER",
    "backup": "BACKUP",
    "criteria": "SET.yaml|.toml|.xlsx",
    "pdf": "FILE.pdf",
}

WINDOW_COMMAND = Command(
    name=WINDOW,
    synopsis="[FILE.sotram] [--exit-when painted|ready]",
    positional=("file",),
    optional=("--exit-when",),
)

COMMANDS = {
    command.name: command
    for command in (
        Command(
            name="new",
            synopsis="new FILE.sotram --code CODE --name NAME --place PLACE",
            positional=("file",),
            required=("--code", "--name", "--place"),
        ),
        Command(name="example", synopsis="example FOLDER", positional=("folder",)),
        Command(
            name="import",
            synopsis="import FILE.sotram FIGURES.csv [--dry-run]",
            positional=("file", "figures"),
            flags=("--dry-run",),
        ),
        Command(name="enter", synopsis="enter FILE.sotram < LINES", positional=("file",)),
        Command(
            name="export",
            synopsis="export FILE.sotram --period PERIOD [--format csv] --out FILE",
            positional=("file",),
            required=("--period", "--out"),
            formats=("csv",),
        ),
        Command(
            name="indicators",
            synopsis="indicators FILE.sotram --period PERIOD [--plan ID] [--format table|json|csv]",
            positional=("file",),
            required=("--period",),
            optional=("--plan",),
            formats=("table", "json", "csv"),
        ),
        Command(
            name="report",
            synopsis="report FILE.sotram --kind KIND --plan ID|--set ID --period PERIOD --out FILE.pdf"
            " [--freeze [--number] [--reason TEXT]]",
            positional=("file",),
            required=("--kind", "--period", "--out"),
            optional=("--plan", "--set", "--reason"),
            flags=("--freeze", "--number"),
        ),
        Command(
            name="verify",
            synopsis="verify FILE.pdf [--file FILE.sotram] [--roots FOLDER] [--format table|json]",
            positional=("pdf",),
            optional=("--file", "--roots"),
            formats=("table", "json"),
        ),
        Command(
            name="sign",
            synopsis="sign FILE.pdf --pkcs12 KEY.p12 --password-env VAR | --pkcs11 LIBRARY --token LABEL --pin-env VAR"
            " [--key LABEL] --role head|agency --out FILE.pdf [--image PNG] [--file FILE.sotram] [--tsa URL]",
            positional=("pdf",),
            required=("--role", "--out"),
            optional=(
                *("--pkcs12", "--password-env", "--pkcs11", "--token", "--pin-env", "--key"),
                *("--image", "--file", "--tsa"),
            ),
        ),
        Command(
            name="assess",
            synopsis="assess FILE.sotram --year YEAR --set ID [--answers F.csv [--save]] [--format table|json]",
            positional=("file",),
            required=("--year", "--set"),
            optional=("--answers",),
            flags=("--save",),
            formats=("table", "json"),
        ),
        Command(name="check", synopsis="check FILE.sotram|BACKUP", positional=("file",)),
        Command(name="backup", synopsis="backup FILE.sotram --out FOLDER", positional=("file",), required=("--out",)),
        Command(
            name="restore", synopsis="restore BACKUP --out FILE.sotram", positional=("backup",), required=("--out",)
        ),
        Command(
            name="catalogue",
            synopsis="catalogue check|list | catalogue import FILE.sotram SET.yaml|.toml|.xlsx",
            actions=("check", "list", "import"),
            action_positional={"import": ("file", "criteria")},
        ),
    )
}


def parse(words: Sequence[str]) -> Asked:
    """Take the words after ``main.py`` apart.

    Raises:
        UsageFault: Unknown command, option or format, or a missing argument.
    """
    place = _first_plain(words)
    if place is None:
        is_help = not _HELP_WORDS.isdisjoint(words)
        return Asked(command=HELP) if is_help else _take(WINDOW_COMMAND, words)
    first = words[place]
    if first == HELP:
        return Asked(command=HELP)
    if first.lower().endswith(STATION_SUFFIX):
        return _take(WINDOW_COMMAND, words)
    if first not in COMMANDS:
        raise UsageFault("unknown_command", wanted=first)
    rest = [*words[:place], *words[place + 1 :]]
    if not _HELP_WORDS.isdisjoint(rest):
        return Asked(command=HELP, values={"topic": first})
    return _take(COMMANDS[first], rest)


def option_fault(asked: Asked) -> UserError | None:
    """What is wrong with the values of the options that window and commands share, or None.

    ``language_unknown``, ``user_blank``, ``name_wrong``, ``exit_when_unknown``.
    """
    language = asked.values.get("--lang", LANGUAGES[0])
    moment = asked.values.get("--exit-when", EXIT_MOMENTS[0])
    if language not in LANGUAGES:
        return UserError("language_unknown", language=language)
    user = _user_fault(asked.values.get("--user"))
    if user is not None:
        return user
    return None if moment in EXIT_MOMENTS else UserError("exit_when_unknown", moment=moment)


def printed_name(argument: str) -> str:
    """An argument as the help calls it."""
    return _PRINTED_NAMES.get(argument, argument)


def language_of(words: Sequence[str]) -> str | None:
    """The value of ``--lang``, wherever it stands; None when it is absent."""
    for place, word in enumerate(words):
        if word == "--lang" and place + 1 < len(words):
            return words[place + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None


def _user_fault(user: str | None) -> UserError | None:
    if user is None:
        return None
    from data.settings import name_of  # only where a name is given

    try:
        return None if name_of(user) else UserError("user_blank")
    except UserError as fault:
        return fault


def _first_plain(words: Sequence[str]) -> int | None:
    """Place of the first word that is neither an option nor its value."""
    with_value = {*_EVERYWHERE, *WINDOW_COMMAND.optional}
    is_value = False
    for place, word in enumerate(words):
        if is_value:
            is_value = False
        elif word in with_value:
            is_value = True
        elif not _is_option(word):
            return place
    return None


def _take(command: Command, words: Sequence[str]) -> Asked:
    values, flags, plain = _split(command, words)
    formats = command.formats
    if formats and values.setdefault("--format", formats[0]) not in formats:
        wanted = {"wanted": values["--format"], "formats": ", ".join(formats)}
        raise UsageFault("unknown_format", command.name, **wanted)
    if command.actions:
        if not plain:
            raise UsageFault("missing_argument", command.name, argument="|".join(command.actions))
        if plain[0] not in command.actions:
            raise UsageFault("unknown_command", command.name, wanted=f"{command.name} {plain[0]}")
        values["action"] = plain.pop(0)
        command = command._replace(positional=command.action_positional.get(values["action"], ()))
    if len(plain) > len(command.positional):
        extra = plain[len(command.positional)]
        raise UsageFault("unexpected_argument", command.name, argument=extra)
    values |= zip(command.positional, plain, strict=False)
    needed = () if command is WINDOW_COMMAND else command.positional
    for name in (*needed, *command.required):
        if name not in values:
            argument = name if name.startswith("--") else _PRINTED_NAMES[name]
            raise UsageFault("missing_argument", command.name, argument=argument)
    return Asked(command=command.name, values=values, flags=frozenset(flags))


def _split(command: Command, words: Sequence[str]) -> tuple[dict[str, str], set[str], list[str]]:
    """Options with their values, flags, and everything else in its order."""
    with_value = {*_EVERYWHERE, *command.required, *command.optional}
    if command.formats:
        with_value.add("--format")
    values: dict[str, str] = {}
    flags: set[str] = set()
    plain: list[str] = []
    rest = list(reversed(words))
    while rest:
        word = rest.pop()
        name, equals, value = word.partition("=")
        if word == "--":
            plain += reversed(rest)
            break
        if not _is_option(word):
            plain.append(word)
        elif name in with_value:
            if not equals:
                if not rest or rest[-1].partition("=")[0] in {*with_value, *command.flags}:
                    raise UsageFault("missing_value", command.name, option=name)
                value = rest.pop()
            values[name] = value
        elif name in command.flags and not equals:
            flags.add(name)
        else:
            raise UsageFault("unknown_option", command.name, option=word)
    return values, flags, plain


def _is_option(word: str) -> bool:
    return word.startswith("-") and word not in ("-", "--")
