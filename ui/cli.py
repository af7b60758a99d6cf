"""The command line: takes a call apart, runs the command, and says in a sentence what went wrong. No Qt.

Exit status: 0 done; 1 refused, or faults found; 2 wrong usage (unknown command, option or format, missing argument).
Source: PRODUCT section 7, CONTRACT section 2.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from data.errors import EnvironmentFault, SoTramError, UserError
from ui.cli_arguments import COMMANDS, HELP, LANGUAGES, WINDOW, Asked, UsageFault, language_of, option_fault, parse
from ui.cli_call import Call
from ui.cli_refusals import refusal
from ui.cli_terminal import ReaderGone, Terminal
from ui.messages import DEFAULT_LANGUAGE, Messages, load_messages

log = logging.getLogger(__name__)

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def run(words: Sequence[str], now: datetime, log_file: Path) -> int:
    """Run one command.

    Args:
        words: The words after ``main.py``.
        now: The present moment, with its time zone.
        log_file: Named when the fault is ours.

    Returns:
        The exit status.
    """
    terminal = Terminal()
    language = language_of(words)
    try:
        messages = load_messages(language if language in LANGUAGES else DEFAULT_LANGUAGE)
    except OSError as error:  # the one sentence that cannot stand among the others
        terminal.say(f"Không đọc được tệp của chương trình: {error.filename}. Xin cài đặt lại Sổ Trạm.")
        return REFUSED
    try:
        status = _act(words, now, terminal, messages)
        terminal.flush()
    except UsageFault as fault:
        _say_usage(fault, terminal, messages)
        return WRONG_USAGE
    except SoTramError as error:
        for sentence in refusal(error, messages):
            terminal.say(sentence)
    except ReaderGone:
        log.debug("nobody reads the output any more")
    except KeyboardInterrupt:
        terminal.say(messages.text("error", "interrupted"))
    except OSError as error:
        log.exception("the machine refused: %s", " ".join(words[:1]))
        terminal.say(messages.text("error", "system_failed", reason=_reason_of(error)))
    except Exception:
        log.exception("a fault of ours in: %s", " ".join(words[:1]))
        damage = _damage_behind(words)
        terminal.say(messages.error(damage) if damage else messages.text("error", "internal_fault", log=log_file))
    else:
        return status
    return REFUSED


def _damage_behind(words: Sequence[str]) -> SoTramError | None:
    """Whether the file is damaged, where something came up that nobody foresaw: rows that are no rows of ours."""
    from data import queries

    try:
        path = Path(parse(words).values.get("file", ""))
        return EnvironmentFault("file_damaged", file=path) if path.is_file() and queries.check_file(path) else None
    except Exception:
        log.exception("the file could not be checked after a fault")
        return None


def _reason_of(error: OSError) -> str:
    """What the system said, with the file it said it about."""
    reason = error.strerror or type(error).__name__
    return f"{reason}: {error.filename}" if error.filename else reason


def _act(words: Sequence[str], now: datetime, terminal: Terminal, messages: Messages) -> int:
    asked = parse(words)
    if asked.command == HELP:
        _help(asked, terminal, messages)
        return DONE
    fault = option_fault(asked)
    if fault is not None:
        raise fault
    if asked.command == WINDOW:
        raise UserError("no_screen")
    return _dispatch(Call(asked=asked, now=now, terminal=terminal, messages=messages))


def _dispatch(call: Call) -> int:
    """Run the command. Each is imported only when it is asked for, so that the others cost nothing."""
    match call.asked.command:
        case "import" | "export":
            from ui import cli_figures

            return cli_figures.run(call)
        case "backup" | "restore":
            from ui import cli_backup

            return cli_backup.run(call)
        case "enter":
            from ui import cli_enter

            return cli_enter.run(call)
        case "indicators":
            from ui import cli_indicators

            return cli_indicators.run(call)
        case "report":
            from ui import cli_report

            return cli_report.run(call)
        case "verify":
            from ui import cli_verify

            return cli_verify.run(call)
        case "sign":
            from ui import cli_sign

            return cli_sign.run(call)
        case "assess":
            from ui import cli_assess

            return cli_assess.run(call)
        case "catalogue":
            from ui import cli_catalogue

            return cli_catalogue.run(call)
        case _:
            from ui import cli_files

            return cli_files.run(call)


def _help(asked: Asked, terminal: Terminal, messages: Messages) -> None:
    topic = asked.values.get("topic")
    if topic is not None:
        terminal.line(messages.text("usage", "synopsis", synopsis=f"python main.py {COMMANDS[topic].synopsis}"))
        return
    terminal.line(messages.text("usage", "synopsis", synopsis=messages.text("usage", "window")))
    terminal.line(messages.text("usage", "commands"))
    for command in COMMANDS.values():
        terminal.line(f"  python main.py {command.synopsis}")
    terminal.line(messages.text("usage", "everywhere"))


def _say_usage(fault: UsageFault, terminal: Terminal, messages: Messages) -> None:
    terminal.say(messages.text("usage", fault.code, **fault.parameters))
    command = COMMANDS.get(fault.command)
    if command is not None:
        terminal.say(messages.text("usage", "synopsis", synopsis=f"python main.py {command.synopsis}"))
    else:
        terminal.say(messages.text("usage", "known_commands", commands=", ".join(COMMANDS)))
