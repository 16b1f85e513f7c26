"""A visit by accessible objects alone; run by the system's Python, which has pyatspi.

Nothing but roles, names, states, actions, editable text and announcements: what a screen reader
has. Says what it did, line by line; ends with 1 and what it saw when it loses its way.
"""

# mypy: ignore-errors
# (its libraries are Debian's and not where mypy looks)
import sys
import time

import pyatspi
from gi.repository import GLib

PIN = "246801"
CONTROLS = ("push button", "toggle button", "radio button", "check box", "button")
FIELDS = ("text", "entry")
SEARCHED = "jzz"
"""The initials of the residence permit's Chinese name."""
_PATIENCE_S = 40.0
announced = []


class Lost(Exception):
    """What a person would look for is not there."""


def showing(*roles):
    """Every accessible object of the terminal that is showing now."""
    found = []
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None:
            walk(application, found)
    return [one for one in found if not roles or role_of(one) in roles]


def role_of(one):
    """What it is; None for what has gone away since it was found."""
    try:
        return one.getRoleName()
    except GLib.GError:
        return None


def walk(parent, found):
    """Objects below `parent`; what goes away meanwhile is gone."""
    for index in range(parent.childCount):
        try:
            child = parent.getChildAtIndex(index)
            if child is None:
                continue
            frame = child.getRole() in (pyatspi.ROLE_FRAME, pyatspi.ROLE_WINDOW)
            if frame or child.getState().contains(pyatspi.STATE_SHOWING):
                found.append(child)
                walk(child, found)
        except (LookupError, RuntimeError, GLib.Error):
            continue


def until(look, what):
    """What `look` finds, once it finds something; announcements are heard meanwhile."""
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        listen()
        found = look()
        if found:
            return found
        time.sleep(0.1)
    there = sorted({f"{one.getRoleName()}: {one.name}" for one in showing()})
    raise Lost(f"{what} did not come; there is\n" + "\n".join(there))


def listen():
    """Take in what was announced."""
    while GLib.MainContext.default().iteration(False):
        pass


def named(name, *roles):
    """The first enabled object of these roles whose name begins like this, if there is one."""
    for one in showing(*roles):
        if one.name.startswith(name) and one.getState().contains(pyatspi.STATE_ENABLED):
            return one
    return None


def press(name):
    """Do what a control does."""
    one = until(lambda: named(name, *CONTROLS), f"a control named {name}")
    print(f"{one.getRoleName()}: {one.name} | {one.description}", flush=True)
    action = one.queryAction()
    known = [action.getName(i).lower() for i in range(action.nActions)]
    action.doAction(
        next(known.index(name) for name in ("press", "toggle", "check") if name in known)
    )
    time.sleep(0.4)


def heard(words):
    """Wait for an announcement with these words."""
    line = until(lambda: next((a for a in announced if words in a), None), f"the words {words}")
    print("announced:", line, flush=True)


def main():
    """From the first screen to the receipt."""
    pyatspi.Registry.registerEventListener(
        lambda event: announced.append(str(event.any_data)), "object:announcement"
    )
    press("Touch")
    press("Continue")
    press("Use another way")
    press("Demonstration card")
    for digit in PIN:
        press(digit)
    press("Continue")
    to_the_counter()
    fill_in()
    press("Send your application")
    until(lambda: named("Signed by the department", "label", "static"), "a signed receipt")
    print("received", flush=True)


def to_the_counter():
    """Hear where one is and what is ahead, choose a counter, be taken there, hear of it, go in."""
    heard("You are at: Entrance")
    press("Counter 1, Household registration")
    type_into("What do you need?", SEARCHED)
    press("Residence permit")
    press("Take me there")
    heard("You have arrived: Household registration")
    press("Open the service")
    press("Fill it in for me")


def fill_in():
    """Answer what the registries do not know, page after page."""
    while not named("Send your application", *CONTROLS):
        for role in ("radio button", "check box"):
            marks = showing(role)
            if marks and not any(m.getState().contains(pyatspi.STATE_CHECKED) for m in marks):
                press(marks[0].name)
        before = heading()
        press("Continue")
        turned_from(before)


def turned_from(before):
    """Wait for another page."""
    until(lambda: heading() != before, f"what comes after {before}")


def type_into(name, words):
    """Fill a line by what an assistive tool has for it."""
    line = until(lambda: named(name, *FIELDS), f"a line named {name}")
    line.queryEditableText().setTextContents(words)
    print(f"{line.getRoleName()}: {line.name} <- {words}", flush=True)


def heading():
    """The page's heading."""
    return next((one.name for one in showing("heading")), "")


if __name__ == "__main__":
    try:
        main()
    except Lost as lost:
        sys.exit(str(lost))
