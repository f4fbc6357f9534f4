"""The retention machine's oracle: states, holds and yeses as plain sets. It knows nothing of how the site keeps them."""

from dataclasses import dataclass, field

ROLES = {"dana": {"LD"}, "pat": {"PO"}, "quinn": {"LD", "PO"}}
COOLING, ALONE = 14, 3
CLOSED, SEALED, REQUESTED, BEGUN, GONE = "closed", "sealed", "requested", "shredding", "gone"


@dataclass(frozen=True)
class Hold:
    """A hold on a matter: who placed it on which day, whether another agreed, and whether it is that of a demand, which lasts."""

    number: int
    matter: str
    by: str
    day: int
    two: bool = False
    lift_asked: str = ""
    lasts: bool = False


@dataclass
class Oracle:
    """Where each matter stands. `day` counts the days that passed."""

    client_of: dict[str, str]
    day: int = 0
    state: dict[str, str] = field(default_factory=dict)
    wish: dict[str, tuple[str, int]] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    yes: set[tuple[str, str, str]] = field(default_factory=set)
    """Matter, role, person."""
    holds: set[Hold] = field(default_factory=set)

    def at(self, matter: str) -> str:
        return self.state.get(matter, "open")

    def move(self, matter: str, by: str, act: str) -> bool:
        """Whether an act may be done; then it is."""
        at, roles = self.at(matter), ROLES[by]
        may = {
            "close": at == "open",
            "reopen": "LD" in roles and at == CLOSED and matter not in self.wish,
            "seal": at == CLOSED,
            "request": "LD" in roles and at == SEALED and self._wished(matter),
            "erase": "LD" in roles and at in ("open", CLOSED, SEALED),
            "cancel": at == REQUESTED,
        }[act]
        if not may:
            return False
        self.state[matter] = {"close": CLOSED, "reopen": "open", "seal": SEALED, "cancel": SEALED}.get(act, REQUESTED)
        if act in ("request", "erase"):
            self.asked[matter] = self.day
        if act == "erase":
            self.wish[matter] = ("erase", 0)
        if act == "cancel":
            self.wish.pop(matter, None)
            self.yes = {one for one in self.yes if one[0] != matter}
        return True

    def wishes(self, matter: str, wish: str, until: int) -> bool:
        if self.at(matter) not in (CLOSED, SEALED):
            return False
        self.wish[matter] = (wish, until)
        return True

    def agrees(self, matter: str, by: str, role: str) -> bool:
        mine = {(one[1], one[2]) for one in self.yes if one[0] == matter}
        taken = {one[0] for one in mine} | {one[1] for one in mine}
        if self.at(matter) != REQUESTED or role not in ROLES[by] or {role, by} & taken:
            return False
        self.yes.add((matter, role, by))
        return True

    def stands(self, hold: Hold) -> bool:
        return hold.two or hold.lasts or self.day - hold.day < ALONE

    def is_placed(self, hold: Hold) -> None:
        """What was agreed to was agreed to without it."""
        self.holds.add(hold)
        self.yes = {one for one in self.yes if one[0] != hold.matter}

    def lifts_alone(self, hold: Hold, by: str) -> bool:
        return not self.stands(hold) or (not hold.two and not hold.lasts and hold.by == by)

    def held(self, matter: str) -> bool:
        return any(one.matter == matter and self.stands(one) for one in self.holds)

    def may_begin(self, matter: str) -> bool:
        """Whether destruction may begin, or go on."""
        if self.held(matter):
            return False
        if self.at(matter) == BEGUN:
            return True
        both = {one[1] for one in self.yes if one[0] == matter} == {"LD", "PO"}
        return self.at(matter) == REQUESTED and both and self.day - self.asked[matter] >= COOLING

    def forget(self, matter: str) -> None:
        self.state[matter] = GONE
        self.holds = {one for one in self.holds if one.matter != matter}

    def _wished(self, matter: str) -> bool:
        wish, until = self.wish.get(matter, ("", 0))
        return bool(wish) and (wish != "until" or self.day >= until)
