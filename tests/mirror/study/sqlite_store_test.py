"""What a store keeps: whole, once, for nobody else to read, and no longer than it is wanted."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from game.mirror.study import sqlite_file
from game.mirror.study.kept import sealed
from game.mirror.study.protocol import Study
from game.mirror.study.sqlite_store import SqliteStore, erase, open_kept, open_store
from game.mirror.study.store import Answered, ArmCounts, StoreError, judgement
from tests.mirror.study import power_cuts
from tests.mirror.study.model import Model
from tests.mirror.study.power_cuts import cuts
from tests.mirror.study.protocols import STUDY, aiming_at

ROOT = Path(__file__).parents[3]
HOUR = 500_000
GIVE = Answered("knock", "at-stake", "give", 1)
KEEP = Answered("knock", "at-stake", "keep", 1)
UNSEEN = Answered("knock", "not-at-stake", "keep", 2)


def kept_in(path: Path, study: Study = STUDY, simulated: bool = False) -> SqliteStore:
    return open_store(path, study, seed=lambda: 7, simulated=simulated)


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "studies" / "warm-coats.sqlite"


@pytest.fixture(name="store")
def _store(path: Path) -> Iterator[SqliteStore]:
    store = kept_in(path)
    yield store
    store.close()


def protocol_in(path: Path) -> Study:
    store = open_kept(path)
    store.close()
    return store.study


def refused(path: Path, study: Study = STUDY, simulated: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        kept_in(path, study, simulated).close()
    return str(caught.value)


# --- acts ----------------------------------------------------------------------------------------


def test_the_first_answer_counts_and_an_act_done_twice_is_done_once(store: SqliteStore) -> None:
    arm = store.start("amber", HOUR)
    assert store.start("amber", HOUR + 5) == arm
    store.answer("amber", [GIVE, UNSEEN], HOUR)
    store.answer("amber", [KEEP, UNSEEN], HOUR + 1)
    store.finish("amber", HOUR + 1)
    store.finish("amber", HOUR + 2)
    counts = store.counts()
    assert counts.cells == {
        (arm, "knock", "at-stake", "give"): 1,
        (arm, "knock", "not-at-stake", "keep"): 1,
    }
    assert counts.arms[arm] == ArmCounts(1, 1, 1)
    assert counts.first[arm] == (1, 1)


def test_whoever_was_told_what_is_compared_goes_back_and_answers_nothing_more(
    store: SqliteStore,
) -> None:
    arm = store.start("amber", HOUR)
    store.answer("amber", [UNSEEN], HOUR)
    store.finish("amber", HOUR)
    store.answer("amber", [UNSEEN, GIVE, judgement("one-score", True, 1)], HOUR)
    counts = store.counts()
    assert counts.cells == {
        (arm, "knock", "not-at-stake", "keep"): 1,
        (arm, "one-score", "judged", "true"): 1,
    }
    assert counts.arms[arm] == ArmCounts(1, 0, 1)
    assert counts.first[arm] == (0, 0)


def test_a_run_that_never_began_answers_nothing(store: SqliteStore) -> None:
    store.answer("nobody", [GIVE], HOUR)
    store.finish("nobody", HOUR)
    assert not store.remove("nobody")
    assert store.counts() == Model(STUDY, 7).counts()


def test_of_more_than_the_target_those_count_that_began_first(path: Path) -> None:
    store = kept_in(path, aiming_at(10))
    runs = [(f"run-{n}", store.start(f"run-{n}", HOUR)) for n in range(60)]
    for n, (run, _) in reversed([*enumerate(runs)]):
        store.answer(run, [GIVE if n < 40 else KEEP], HOUR)
    assert store.counts().first == {"hidden": (10, 10), "shown": (10, 10)}
    assert {kept.asked for kept in store.counts().arms.values()} == {30}
    shown = [run for run, arm in runs if arm == "shown"]
    for run in shown[:15]:
        store.remove(run)
    assert store.counts().first == {"hidden": (10, 10), "shown": (len(shown[15:]) - 10, 10)}
    store.close()


def test_summing_up_takes_no_longer_with_more_runs_than_the_target(path: Path) -> None:
    store = kept_in(path, aiming_at(10))
    steps: list[int] = []

    def count() -> None:
        steps[-1] += 1

    for n in range(90):
        store.start(f"run-{n}", HOUR)
        store.answer(f"run-{n}", [GIVE, UNSEEN], HOUR)
        if n in (44, 89):
            steps.append(0)
            store._db.set_progress_handler(count, 1)
            store.counts()
            store._db.set_progress_handler(None, 1)
    assert steps[0] == steps[1] > 0
    store.close()


class Together(RuleBasedStateMachine):
    """A store beside the model, closed and opened again after each act."""

    runs = st.sampled_from(["amber", "birch", "cedar", "dune"])
    answers = st.lists(
        st.builds(
            Answered,
            st.sampled_from(["knock", "bell"]),
            st.sampled_from(["at-stake", "not-at-stake", "judged"]),
            st.sampled_from(["give", "keep", "wait"]),
            st.integers(1, 3),
        ),
        max_size=4,
    )
    hours = st.integers(HOUR - 2, HOUR + 2)

    def __init__(self) -> None:
        super().__init__()
        self.home = TemporaryDirectory()
        self.path = Path(self.home.name, "study.sqlite")
        self.model = Model(STUDY, 7)

    def teardown(self) -> None:
        self.home.cleanup()

    @rule(run=runs, hour=hours)
    def start(self, run: str, hour: int) -> None:
        store = kept_in(self.path)
        assert store.start(run, hour) == self.model.start(run, hour)
        self.compare(store)

    @rule(run=runs, answers=answers, hour=hours)
    def answer(self, run: str, answers: list[Answered], hour: int) -> None:
        store = kept_in(self.path)
        store.answer(run, answers, hour)
        self.model.answer(run, answers, hour)
        self.compare(store)

    @rule(run=runs, hour=hours)
    def finish(self, run: str, hour: int) -> None:
        store = kept_in(self.path)
        store.finish(run, hour)
        self.model.finish(run, hour)
        self.compare(store)

    @rule(run=runs)
    def remove(self, run: str) -> None:
        store = kept_in(self.path)
        assert store.remove(run) == self.model.remove(run)
        self.compare(store)

    def compare(self, store: SqliteStore) -> None:
        assert store.counts() == self.model.counts()
        store.close()
        again = open_kept(self.path)
        assert (again.study, again.counts()) == (STUDY, self.model.counts())
        again.close()


TestTogether = Together.TestCase
TestTogether.settings = settings(max_examples=25, stateful_step_count=12, deadline=None)


# --- losses of power -----------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="a process is ended in another way there")
def test_a_process_that_is_killed_leaves_every_act_whole_and_once(tmp_path: Path) -> None:
    told = cuts(tmp_path, 15, 1)
    assert told["acts kept"] > 100


def test_of_a_log_that_was_cut_off_anywhere_the_acts_before_are_there(tmp_path: Path) -> None:
    path, model = tmp_path / "whole.sqlite", Model(power_cuts.STUDY, power_cuts.SEED)
    store = open_store(path, power_cuts.STUDY, seed=lambda: power_cuts.SEED)
    log = path.with_name(path.name + "-wal")
    ends = [log.stat().st_size]
    acts = [*range(6, 11), *range(12, 17)]  # None of which removes a run and empties the log.
    for number in acts:
        power_cuts.act(store, number)
        ends.append(log.stat().st_size)
    main, written = path.read_bytes(), log.read_bytes()
    store.close()
    dice = Random(1)
    for done, (begins, end) in zip(acts, pairwise(ends), strict=True):
        for cut in {begins, dice.randrange(begins, end), end - 1}:
            left = tmp_path / f"{cut}.sqlite"
            left.write_bytes(main)
            rubbish = dice.randbytes(dice.randrange(3_000))
            left.with_name(left.name + "-wal").write_bytes(written[:cut] + rubbish)
            assert not power_cuts.look(left, model, done)
        power_cuts.act(model, done)


# --- several at once -----------------------------------------------------------------------------


def test_two_games_at_one_file_see_each_others_runs(path: Path, store: SqliteStore) -> None:
    other = kept_in(path)
    arms = [one.start(f"run-{n}", HOUR) for n in range(12) for one in (store, other)]
    assert arms[0::2] == arms[1::2]
    other.answer("run-3", [GIVE], HOUR)
    store.answer("run-3", [KEEP], HOUR)
    assert store.counts() == other.counts()
    assert store.counts().cells == {(arms[6], "knock", "at-stake", "give"): 1}
    other.close()


def test_processes_that_make_and_fill_one_file_at_once_lose_nothing(path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(path), name], cwd=ROOT)
        for name in ("a", "b", "c")
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    store = open_kept(path)
    counts = store.counts()
    store.close()
    assert sum(kept.started for kept in counts.arms.values()) == 120
    assert sum(counts.cells.values()) == 120
    assert abs(counts.arms["hidden"].started - 60) <= 4


_WRITER = """
import sys
from pathlib import Path
from game.mirror.study.sqlite_store import open_store
from game.mirror.study.store import Answered
from tests.mirror.study.protocols import STUDY
store = open_store(Path(sys.argv[1]), STUDY, seed=lambda: 7)
for n in range(40):
    store.start(f"{sys.argv[2]}-{n}", 500_000)
    store.answer(f"{sys.argv[2]}-{n}", [Answered("knock", "at-stake", "give", 1)], 500_000)
"""


# --- nobody else's -------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="files have other rights there")
def test_only_its_owner_reads_it(path: Path, store: SqliteStore) -> None:
    store.start("amber", HOUR)
    files = list(path.parent.iterdir())
    assert len(files) == 3
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_of_a_removed_run_no_byte_stays(path: Path, store: SqliteStore) -> None:
    ids = [f"{Random(n).getrandbits(64):016x}" for n in range(400)]
    for n, run in enumerate(ids):
        store.start(run, HOUR)
        store.answer(run, [GIVE if n != 200 else Answered("knock", "at-stake", "odd-one", 1)], HOUR)
    raw = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert ids[200].encode() in raw and b"odd-one" in raw
    assert [store.remove(run) for run in ids[100:300]] == [True] * 200
    raw = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert [run for run in ids[100:300] if run.encode() in raw] == []
    assert b"odd-one" not in raw
    assert all(run.encode() in raw for run in (*ids[:100], *ids[300:]))


def test_rows_are_there_for_other_tools_without_the_words_of_the_runs(
    path: Path, store: SqliteStore
) -> None:
    arm = store.start("amber", 500_000)
    store.answer("amber", [GIVE, UNSEEN, Answered("postman", "judged", "true", 1)], 500_001)
    db = sqlite3.connect(path)
    told = db.execute("SELECT * FROM rows")
    names = [column[0] for column in told.description]
    assert names == ["run", "arm", "pair", "stake", "option", "order", "hour"]
    assert told.fetchall() == [
        (1, arm, "knock", "at-stake", "give", 1, "2027-01-15 09:00"),
        (1, arm, "knock", "not-at-stake", "keep", 2, "2027-01-15 09:00"),
        (1, arm, "postman", "judged", "true", 1, "2027-01-15 09:00"),
    ]
    db.close()


# --- one protocol --------------------------------------------------------------------------------


def test_the_protocol_is_read_from_the_file_itself(path: Path, store: SqliteStore) -> None:
    assert protocol_in(path) == STUDY


def test_what_is_kept_can_be_read_but_not_added_to(path: Path, store: SqliteStore) -> None:
    store.start("amber", HOUR)
    again = open_kept(path)
    assert again.counts() == store.counts()
    with pytest.raises(StoreError, match="may not be written to"):
        again.start("birch", HOUR)
    again.close()


def test_a_protocol_may_change_until_somebody_has_begun(path: Path) -> None:
    kept_in(path).close()
    other = sealed(replace(STUDY, arms=("self", "others"), seen_by="the whole class"))
    store = kept_in(path, other)
    assert store.start("amber", HOUR) in ("self", "others")
    assert set(store.counts().arms) == {"self", "others"}
    store.close()
    said = refused(path)
    assert "no longer the one that its first visitors answered" in said
    assert "another id" in said and "erase" in said and str(path) in said
    another = sealed(replace(STUDY, id="other"))
    assert "the answers to another study, warm-coats" in refused(path, another)
    assert protocol_in(path) == other


def test_answers_of_people_and_simulated_ones_do_not_mix(tmp_path: Path) -> None:
    kept_in(tmp_path / "people").close()
    simulated = kept_in(tmp_path / "simulated", simulated=True)
    assert simulated.counts().simulated
    simulated.close()
    assert "answers of people" in refused(tmp_path / "people", simulated=True)
    assert "answers of simulated visitors" in refused(tmp_path / "simulated")


def test_the_seed_is_asked_for_once_and_then_kept(path: Path) -> None:
    seeds = iter([2**63 + 5])
    arms = []
    for n in range(30):
        store = open_store(path, STUDY, seed=lambda: next(seeds))
        arms.append(store.start(f"run-{n}", HOUR))
        store.close()
    model = Model(STUDY, 2**63 + 5)
    assert arms == [model.start(f"run-{n}", HOUR) for n in range(30)]


# --- faults --------------------------------------------------------------------------------------


def test_a_full_disk_is_told_and_nothing_half_done(path: Path, store: SqliteStore) -> None:
    (pages,) = store._db.execute("PRAGMA page_count").fetchone()
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    model = Model(STUDY, 7)
    with pytest.raises(StoreError, match="The disk is full"):
        for n in range(10_000):
            store.start(f"run-{n}", HOUR)
            model.start(f"run-{n}", HOUR)
    assert store.counts() == model.counts()
    store._db.execute("PRAGMA max_page_count = 100000")
    assert store.start("amber", HOUR) == model.start("amber", HOUR)
    assert store.counts() == model.counts()


def test_a_file_that_somebody_else_holds_is_told(path: Path, store: SqliteStore) -> None:
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    store._db.execute("PRAGMA busy_timeout = 1")
    with pytest.raises(StoreError, match="Another program keeps"):
        store.start("amber", HOUR)
    other.close()
    store.start("amber", HOUR)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"Dear diary, " * 500, "is no store of a study"),
        (b"SQLite format 3\x00" + b"\xff" * 5_000, "is no store of a study"),
    ],
)
def test_a_file_that_is_no_store_is_left_alone(path: Path, raw: bytes, says: str) -> None:
    path.parent.mkdir()
    path.write_bytes(raw)
    assert says in refused(path)
    with pytest.raises(StoreError, match=says):
        open_kept(path)
    assert path.read_bytes() == raw


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE study (recipe TEXT)")
    db.close()
    raw = path.read_bytes()
    assert "a database of another program" in refused(path)
    assert path.read_bytes() == raw


def test_a_file_of_a_newer_game_is_told(path: Path) -> None:
    kept_in(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert "newer version of this game" in refused(path)


def test_a_file_that_was_never_filled_is_filled(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with pytest.raises(StoreError, match="Nobody has begun the study"):
        open_kept(path)
    kept_in(path).close()
    assert protocol_in(path) == STUDY


@pytest.mark.parametrize("at", range(0, 40, 3))
def test_a_damaged_file_is_read_or_refused(path: Path, at: int) -> None:
    store = kept_in(path)
    for n in range(60):
        store.start(f"run-{n}", HOUR)
        store.answer(f"run-{n}", [GIVE, UNSEEN], HOUR)
    store.close()
    raw = bytearray(path.read_bytes())
    begin = len(raw) * at // 40
    raw[begin : begin + 2_000] = Random(at).randbytes(2_000)
    path.write_bytes(raw[: len(path.read_bytes())])
    try:
        store = kept_in(path)
    except StoreError as error:
        assert str(path) in str(error)
        return
    try:
        store.counts()
        store.start("amber", HOUR)
        store.answer("amber", [GIVE, UNSEEN], HOUR)
        store.remove("run-7")
    except StoreError as error:
        assert str(path) in str(error)
    store.close()


def test_places_where_no_file_can_be_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert str(tmp_path) in refused(tmp_path)
    assert "cannot be used" in refused(tmp_path / "file" / "study.sqlite")
    assert "cannot be used" in refused(Path("no\x00name"))
    with pytest.raises(StoreError, match="There is no study in"):
        open_kept(tmp_path / "gone.sqlite")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is forbidden to it")
def test_a_file_that_may_only_be_read_is_told(path: Path) -> None:
    kept_in(path).close()
    path.chmod(0o400)
    path.parent.chmod(0o500)
    assert "may not be written to" in refused(path)
    path.parent.chmod(0o700)


def test_to_erase_takes_everything_unless_a_game_still_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "PATIENCE", 0.01)
    assert not erase(path)
    store = kept_in(path)
    store.start("amber", HOUR)
    with pytest.raises(StoreError, match="Close it first"):
        erase(path)
    assert store.counts().arms["hidden"].started + store.counts().arms["shown"].started == 1
    store.close()
    assert erase(path)
    assert list(path.parent.iterdir()) == []
