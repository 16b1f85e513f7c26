"""Appointments and queue tickets: no two people in one place, each seen by their own citizen."""

from concurrent.futures import ThreadPoolExecutor

from tests.backend.conftest import Caller
from tests.backend.test_http import kind

CITIZENS = ("999999199001011238", "999999198506152111", "999999195610203421")


def test_a_slot_is_booked_moved_and_given_back(caller: Caller) -> None:
    days = caller.get("/v1/departments/tax/slots").json()
    first, later = days[0], days[-1]
    mine = {"citizen": CITIZENS[0], "department": "tax"}
    asked = {**mine, "day": first["day"], "time": first["times"][0]}
    booked = caller.post("/v1/appointments", asked)
    assert booked.status_code == 201, booked.text
    left = caller.get("/v1/departments/tax/slots").json()
    assert first["times"][0] not in left[0]["times"]
    moved = {**mine, "id": booked.json()["id"], "day": later["day"], "time": later["times"][-1]}
    assert caller.post("/v1/appointments/move", moved).status_code == 200
    assert caller.get("/v1/departments/tax/slots").json()[0] == first
    (row,) = caller.get(f"/v1/citizens/{CITIZENS[0]}/appointments").json()
    assert row == {
        "id": moved["id"],
        "department": "tax",
        "day": later["day"],
        "time": later["times"][-1],
    }
    foreign = {"citizen": CITIZENS[1], "id": moved["id"]}
    assert kind(caller.post("/v1/appointments/cancel", foreign)) == "unknown-appointment"
    stolen = {**moved, "citizen": CITIZENS[1]}
    assert kind(caller.post("/v1/appointments/move", stolen)) == "unknown-appointment"
    caller.post("/v1/appointments/cancel", {"citizen": CITIZENS[0], "id": moved["id"]})
    assert caller.get(f"/v1/citizens/{CITIZENS[0]}/appointments").json() == []


def test_many_want_one_slot_and_as_many_get_it_as_there_are_places(caller: Caller) -> None:
    day = caller.get("/v1/departments/households/slots").json()[0]
    slot = {"department": "households", "day": day["day"], "time": day["times"][3]}

    def book(number: int) -> int:
        body = {**slot, "citizen": f"9999991990010100{number:02d}"}
        return caller.post("/v1/appointments", body).status_code

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(book, range(16)))
    assert sorted(codes) == [201, 201] + [409] * 14
    left = caller.get("/v1/departments/households/slots").json()[0]
    assert slot["time"] not in left["times"]


def test_nobody_is_at_two_counters_at_once_nor_where_nobody_receives(caller: Caller) -> None:
    day = caller.get("/v1/departments/business/slots").json()[0]
    slot = {"citizen": CITIZENS[2], "day": day["day"], "time": day["times"][0]}
    assert caller.post("/v1/appointments", {**slot, "department": "business"}).status_code == 201
    twice = caller.post("/v1/appointments", {**slot, "department": "medical"})
    assert (twice.status_code, kind(twice)) == (409, "slot-taken")
    night = {**slot, "department": "medical", "time": "23:00"}
    assert kind(caller.post("/v1/appointments", night)) == "no-such-slot"
    past = {**slot, "department": "medical", "day": "2020-01-06"}
    assert kind(caller.post("/v1/appointments", past)) == "no-such-slot"
    assert caller.get("/v1/departments/nowhere/slots").status_code == 404


def test_a_ticket_stands_in_the_line_that_the_hall_shows(caller: Caller) -> None:
    def shown(department: str) -> dict[str, object]:
        rows = caller.get("/v1/queue").json()
        return next(dict(row) for row in rows if row["counter"] == department)

    body = {"citizen": CITIZENS[0], "department": "medical"}
    ticket = caller.post("/v1/queue/tickets", body).json()
    again = caller.post("/v1/queue/tickets", body).json()
    if ticket["state"] == "waiting":
        assert again["id"] == ticket["id"], "one person, one ticket"
        assert int(str(shown("medical")["waiting"])) >= 1
    mine = caller.get(f"/v1/citizens/{CITIZENS[0]}/tickets").json()
    assert ticket["id"] in [one["id"] for one in mine]
    assert ticket["number"].startswith("5")
    foreign = {"citizen": CITIZENS[1], "id": ticket["id"]}
    assert kind(caller.post("/v1/queue/tickets/give-back", foreign)) == "unknown-ticket"
    for one in mine:
        back = {"citizen": CITIZENS[0], "id": one["id"]}
        assert caller.post("/v1/queue/tickets/give-back", back).status_code == 200
    assert caller.get(f"/v1/citizens/{CITIZENS[0]}/tickets").json() == []
