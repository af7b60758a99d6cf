"""Work off the GUI thread: where answers arrive, what is skipped, and who collects the garbage."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui import garbage
from ui.session import Session
from ui.tasks import Task


def test_answers_arrive_on_the_gui_thread(qtbot: QtBot, session: Session) -> None:
    answers: list[tuple[object, threading.Thread]] = []
    session.tasks.run(
        lambda _task: threading.current_thread(), lambda value: answers.append((value, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(answers))
    ((worker, receiver),) = answers
    assert worker is not threading.main_thread()
    assert receiver is threading.main_thread()


def test_an_error_is_handed_to_the_one_who_asked(qtbot: QtBot, session: Session) -> None:
    errors: list[Exception] = []
    session.tasks.run(lambda _task: 1 / 0, lambda _value: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_progress_is_told_until_the_task_is_stopped(qtbot: QtBot, session: Session) -> None:
    told: list[tuple[int, int]] = []
    stopped: list[bool] = []
    may_end = threading.Event()

    def work(task: Task) -> None:
        task.progress(1, 3)
        may_end.wait(5)
        task.progress(2, 3)

    task = session.tasks.run(work, lambda _value: told.append((3, 3)))
    task.progressed.connect(lambda done, whole: told.append((done, whole)))
    task.cancelled.connect(lambda: stopped.append(True))
    qtbot.waitUntil(lambda: bool(told))
    task.cancel()
    may_end.set()
    qtbot.waitUntil(lambda: bool(stopped))
    assert told == [(1, 3)]


def test_work_that_was_stopped_before_its_turn_is_not_done(qtbot: QtBot, session: Session) -> None:
    done: list[int] = []
    may_end = threading.Event()
    for _ in range(2):
        session.tasks.run(lambda _task: may_end.wait(5), lambda _value: done.append(0))
    session.tasks.run(lambda _task: done.append(1), lambda _value: None).cancel()
    may_end.set()
    qtbot.waitUntil(lambda: len(done) >= 2)
    qtbot.wait(20)
    assert done == [0, 0]


def test_garbage_waits_for_the_working_threads(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cycle:
        me: object

    monkeypatch.setattr(garbage, "STEP_MILLISECONDS", 1)
    monkeypatch.setattr(garbage, "BUSY_MILLISECONDS", 1)
    busy, parent = [False], QObject()
    man = garbage.GarbageMan(parent, lambda: busy[0])
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    busy[0], cycle = True, Cycle()
    cycle.me, gone = cycle, weakref.ref(cycle)
    del cycle
    qtbot.wait(30)
    assert gone() is not None
    busy[0] = False
    qtbot.waitUntil(lambda: gone() is None)
    man.close()


def test_no_working_thread_collects_garbage_while_a_file_is_open(session: Session) -> None:
    was_enabled = gc.isenabled()
    session.tasks.close()
    assert (was_enabled, gc.isenabled()) == (False, True)
