"""What holds for all books, whatever happens: nothing is lost, exceeded or overwritten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from game.scoring.books import Books
from game.scoring.explain import why
from game.scoring.records import Deed
from game.story.calendar import DAY
from game.story.effects import Correction, RecordSpec
from game.story.model import Life, Story
from game.story.systems import Appraisal, Band, DayCap, Eye, Rule, System, Term
from tests.scoring.making import WORLD, Loaded, asks, open_books, rules, story, system

KINDS = ("read", "read-minutes", "fined", "gift")
LIVES = (
    Life("a", "A", of=("home",), starts=0, opens={"s0": 3, "list": 1}),
    Life("b", "B", of=("home",), starts=500),
    Life("home", "Home", "household"),
    Life("c", "C"),
)
Act = tuple[str, str, str, int, int]

acts = st.lists(
    st.tuples(
        st.sampled_from(("deed", "deed", "deed", "write", "correct", "advance")),
        st.sampled_from(KINDS),
        st.sampled_from(("a", "b", "c")),
        st.integers(0, 900),
        st.integers(0, 99),
    ),
    max_size=25,
)
rule = st.builds(
    lambda kind, points, each, most, ever, banded, delay, chance: Rule(
        kind, kind, points, each, ever, "band" if banded else None, most, delay, chance
    ),
    st.sampled_from(KINDS),
    st.integers(-6, 6),
    st.integers(1, 5),
    st.none() | st.integers(0, 9),
    st.booleans(),
    st.booleans(),
    st.sampled_from((0, 0, 700)),
    st.sampled_from((100, 100, 50)),
)
eye = st.builds(
    lambda delay, chance, error: Eye(
        "eye", delay=delay, chance=chance, error=error, mistakes=("b",) if error else ()
    ),
    st.sampled_from((0, 0, 30, 2000)),
    st.sampled_from((100, 60)),
    st.sampled_from((0, 30)),
)
BAND = {"band": Band("band", "band", ((22 * 60, 60), (300, 420)), times=3)}
LIST = system(
    "list", scale="list", rules=rules(Rule("on", "fined", 1), Rule("off", "gift", -1, delay=90))
)
SHIFT = system("shift", scale="count", window=400, rules=rules(Rule("read", "read", 2)))


@st.composite
def systems(draw: st.DrawFn) -> System:
    given_rules = draw(st.lists(rule, max_size=4, unique_by=lambda rule: rule.kind))
    cap = draw(st.none() | st.integers(0, 12))
    had = Term("had", asks(lambda facts: facts.points("s0") + 1))
    daily = Appraisal("daily", "day", 1, 600, 2, (had,), most=30)
    return system(
        "s0",
        keeps=draw(st.sampled_from(("person", "household"))),
        eyes=(draw(eye),),
        rules=rules(*given_rules),
        bands=BAND,
        least=draw(st.sampled_from((-1_000_000, 0, -4))),
        most=draw(st.sampled_from((1_000_000, 15))),
        day_caps=() if cap is None else (DayCap(cap),),
        appraisals=draw(st.sampled_from(((), (daily,)))),
    )


def act(books: Books, one: Act, clock: dict[str, int]) -> None:
    """Lets something happen, and time pass for who does it."""
    what, kind, life, minutes, chance = one
    now = clock[life] = clock.get(life, 500) + minutes
    dice = Loaded(chance)
    if what == "deed":
        place = "crossing" if chance % 2 else None
        books.witness(Deed(kind, minutes, life, None, place, now, "here"), life, now, WORLD, dice)
    elif what == "write":
        spec = RecordSpec(("s0", "list")[minutes % 2], kind, "a", quantity=chance % 7 + 1)
        books.write(spec, life, now, "here", WORLD, dice)
    elif what == "correct":
        books.correct(Correction(("s0", "list")[minutes % 2], kind, life), life, now)
    else:
        books.advance(life, now, WORLD, dice)


def played(told: Story, all_acts: list[Act], after_each: Callable[[Books], None]) -> Books:
    books, clock = open_books(told), dict[str, int]()
    for one in all_acts:
        act(books, one, clock)
        after_each(books)
    return books


@given(systems(), acts)
def test_a_standing_is_its_opening_and_all_amounts_at_any_time(
    given_system: System, all_acts: list[Act]
) -> None:
    def adds_up(books: Books) -> None:
        sums: Counter[tuple[str, str]] = Counter()
        for number, entry in enumerate(books.entries, 1):
            assert entry.number == number
            key = (entry.system, entry.holder)
            sums[key] += entry.amount
            assert entry.total == books.opening(*key) + sums[key]
        for id in ("s0", "list"):
            for life in told.lives:
                holder = books.holder_for(id, life)
                if holder is not None:
                    expected = books.opening(id, holder) + sums[id, holder]
                    assert books.standing(id, life, 0) == expected

    told = story(given_system, LIST, lives=LIVES)
    played(told, all_acts, adds_up)


@given(systems(), acts, st.integers(0, 9), st.none() | st.integers(0, 3_000))
def test_what_is_counted_are_the_records_that_are_known_and_stand(
    given_system: System, all_acts: list[Act], every: int, since: int | None
) -> None:
    asked = Counter[None]()

    def counts(books: Books) -> None:
        asked[None] += 1
        if asked[None] % (every + 1):
            return
        for each in (books, books.copy()):
            for life, kind, now in product("abc", KINDS, (0, 900, 5_000)):
                holder = books.holder_for("s0", life) or life
                standing = [
                    record
                    for record in books.records
                    if (record.system, record.kind, record.corrected) == ("s0", kind, None)
                    and (books.holder_for("s0", record.about) or record.about) == holder
                    and (since is None or since < record.known)
                    and record.known <= now
                ]
                assert each.count("s0", kind, life, since, now) == len(standing)

    played(story(given_system, LIST, lives=LIVES), all_acts, counts)


@given(systems(), acts)
def test_no_limit_is_ever_exceeded(given_system: System, all_acts: list[Act]) -> None:
    def keeps_limits(books: Books) -> None:
        by_rule: Counter[tuple[str, str | None, int]] = Counter()
        by_day: Counter[tuple[str, int]] = Counter()
        for entry in books.entries:
            if entry.system != "s0":
                continue
            assert given_system.least <= entry.total <= given_system.most
            first = books.entries[entry.corrects - 1] if entry.corrects else entry
            if entry.cause == "appraisal" or first.amount <= 0:
                continue
            gained = first.amount if first is entry else -first.amount
            day = entry.happened // DAY
            by_rule[entry.holder, entry.rule, day] += gained
            by_day[entry.holder, day] += gained
        for (_, id, _), points in by_rule.items():
            most = given_system.rules[id or ""][0].most_a_day
            assert most is None or points <= most
        for cap in given_system.day_caps:
            assert all(points <= cap.points for points in by_day.values())

    played(story(given_system, LIST, lives=LIVES), all_acts, keeps_limits)


@given(systems(), acts)
def test_nothing_that_was_entered_is_ever_changed_and_all_can_be_explained(
    given_system: System, all_acts: list[Act]
) -> None:
    told = story(given_system, LIST, SHIFT, lives=LIVES)
    seen: list[object] = []

    def only_grows(books: Books) -> None:
        assert books.entries[: len(seen)] == seen
        seen[:] = books.entries

    books = played(told, all_acts, only_grows)
    for entry in books.entries:
        lines = why(told, books, entry)
        assert lines and all(line.endswith(".") for line in lines)


@given(systems(), acts, acts)
def test_a_copy_goes_its_own_way_and_the_same_way(
    given_system: System, before: list[Act], after: list[Act]
) -> None:
    told = story(given_system, LIST, SHIFT, lives=LIVES)
    books, clock = open_books(told), dict[str, int]()
    for one in before:
        act(books, one, clock)
    entries, records = list(books.entries), list(books.records)
    copy, copied_clock = books.copy(), dict(clock)
    for one in after:
        act(copy, one, copied_clock)
    assert books.entries == entries and books.records == records
    for one in after:
        act(books, one, clock)
    assert books.entries == copy.entries and books.records == copy.records


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 4)), max_size=20))
def test_a_count_is_the_sum_of_what_its_window_holds(done: list[tuple[int, int]]) -> None:
    books, now = open_books(story(SHIFT, lives=LIVES)), 0
    for minutes, quantity in done:
        now += minutes
        books.witness(Deed("read", quantity, "a", None, None, now, ""), "a", now, WORLD, Loaded(0))
        for moment in (now, now - 1, now + 399, now + 400):
            held = sum(e.amount for e in books.entries if moment - 400 < e.at <= moment)
            assert books.standing("shift", "a", moment) == held
