"""
Stands where a screen reader stands on a test desktop. It registers at the accessibility bus (AT-SPI2), prints what it is
told, and on a line `tree` on its standard input what stands in the app's window. Every line printed is a JSON object:

  ready                           it listens
  window  name                    a window became active, or the active one has another name
  focus   role name description level states dialog
                                  the keyboard focus arrived on an object; the name of the dialog that it is in
  says    words live              text appeared in a live region: `polite` or `assertive`
  gone    event                   an event whose object was no longer there to be asked: a screen reader falls silent
  tree    nodes                   each object of the window: depth, role, name, description, states, text

Objects are asked at once, inside the event, as screen readers do. Roles are read as numbers, because their names differ
between releases of AT-SPI2 (`push button` up to 2.52, then `button`).
"""

import json
import re
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

ROLES = {
    Atspi.Role.ALERT: "alert",
    Atspi.Role.CHECK_BOX: "check box",
    Atspi.Role.COMBO_BOX: "combo box",
    Atspi.Role.DIALOG: "dialog",
    Atspi.Role.DOCUMENT_WEB: "page",
    Atspi.Role.ENTRY: "text field",
    Atspi.Role.FRAME: "window",
    Atspi.Role.HEADING: "heading",
    Atspi.Role.LINK: "link",
    Atspi.Role.LIST: "list",
    Atspi.Role.LIST_ITEM: "list item",
    Atspi.Role.MENU_ITEM: "menu item",
    Atspi.Role.PASSWORD_TEXT: "password field",
    Atspi.Role.PUSH_BUTTON: "button",
    Atspi.Role.RADIO_BUTTON: "radio button",
    Atspi.Role.TOGGLE_BUTTON: "toggle button",
}

STATES = {
    Atspi.StateType.CHECKED: "checked",
    Atspi.StateType.EXPANDED: "expanded",
    Atspi.StateType.INVALID_ENTRY: "invalid",
    Atspi.StateType.REQUIRED: "required",
    Atspi.StateType.SELECTED: "selected",
}

# What a question to the app may take, in ms, and for an app that is starting.
ANSWER_MS, START_MS = 2000, 10000
# Beside the program: the browser in which a sign-in is completed.
OTHERS = ("Chromium", "Google Chrome")
# Chromium writes this in place of each child object in the text of an object.
CHILD = "\ufffc"


def tell(kind, **facts):
    print(json.dumps({"kind": kind, **facts}, ensure_ascii=False), flush=True)


def role_of(thing):
    role = thing.get_role()
    return ROLES.get(role) or thing.get_role_name()


def states_of(thing):
    found = thing.get_state_set()
    words = [word for state, word in STATES.items() if found.contains(state)]
    if not found.contains(Atspi.StateType.ENABLED):
        words.append("disabled")
    return words


def tidy(text):
    """Without blanks that nobody hears; French keeps its no-break spaces."""
    return re.sub(r"[ \n\t]+", " ", text).strip(" ")


def own_text(thing):
    text = thing.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text else ""


def words_of(thing):
    """What is read of an object: its text with its children's in their places, or its name where it has no text."""
    text = own_text(thing)
    if not text:
        return thing.get_name() or ""
    parts = text.split(CHILD)
    children = [thing.get_child_at_index(index) for index in range(thing.get_child_count())]
    read = [parts[0]]
    for index, part in enumerate(parts[1:]):
        child = children[index] if index < len(children) else None
        read += [words_of(child) if child else "", part]
    return tidy(" ".join(read))


def dialog_of(thing):
    """The name of the dialog that it is in, which a screen reader says when the focus comes into it."""
    around = thing.get_parent()
    while around is not None and around.get_role() not in (Atspi.Role.FRAME, Atspi.Role.APPLICATION):
        if around.get_role() in (Atspi.Role.DIALOG, Atspi.Role.ALERT):
            return around.get_name() or ""
        around = around.get_parent()
    return ""


def on_selection(event):
    """In the window's menu, what is chosen has no focus of its own. A choice in a list of the page has a tag."""
    if event.source.get_role() == Atspi.Role.MENU_ITEM and "tag" not in event.source.get_attributes():
        on_focus(event)


def on_focus(event):
    if event.detail1 != 1:
        return
    thing = event.source
    attributes = thing.get_attributes()
    tell(
        "focus",
        role=role_of(thing),
        name=thing.get_name() or "",
        description=thing.get_description() or "",
        level=int(attributes.get("level", 0)),
        states=states_of(thing),
        dialog=dialog_of(thing),
    )


def on_window(event):
    if event.source.get_role() in (Atspi.Role.FRAME, Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER):
        tell("window", name=event.source.get_name() or "")


def on_text(event):
    """
    Inserted text is told once, by the paragraph it was inserted into. The paragraph itself, as a new child, would be told
    by each of its ancestors as well.
    """
    live = event.source.get_attributes().get("container-live", "off")
    if live not in ("polite", "assertive"):
        return
    inserted = str(event.any_data)
    # Places of children, which a screen reader fills.
    words = words_of(event.source) if CHILD in inserted.strip(CHILD + " ") else inserted
    words = tidy(words.replace(CHILD, " "))
    if words:
        tell("says", words=words, live=live)


def guarded(answer):
    def on_event(event):
        try:
            if event.source.get_application().get_name() not in OTHERS:
                answer(event)
        except GLib.Error as problem:
            tell("gone", event=event.type, why=problem.message)

    return on_event


def tree():
    """The objects of the app's windows, depth first."""
    nodes = []

    def visit(thing, depth):
        if thing is None:
            return
        nodes.append(
            {
                "depth": depth,
                "role": role_of(thing),
                "name": thing.get_name() or "",
                "description": thing.get_description() or "",
                "states": states_of(thing),
                "text": words_of(thing),
            }
        )
        for index in range(thing.get_child_count()):
            visit(thing.get_child_at_index(index), depth + 1)

    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(index)
        if app is not None:
            for window in range(app.get_child_count()):
                visit(app.get_child_at_index(window), 0)
    tell("tree", nodes=nodes)


def on_line(channel, _condition):
    line = channel.readline()
    if line == "":
        loop.quit()
        return False
    if line.strip() == "tree":
        try:
            tree()
        except GLib.Error as problem:
            tell("gone", event="tree", why=problem.message)
    return True


HEARD = {
    "object:state-changed:focused": on_focus,
    "object:state-changed:selected": on_selection,
    "window:activate": on_window,
    "object:property-change:accessible-name": on_window,
    "object:text-changed:insert": on_text,
}

Atspi.init()
Atspi.set_timeout(ANSWER_MS, START_MS)
listeners = []
for name, answer in HEARD.items():
    listener = Atspi.EventListener.new(guarded(answer))
    listener.register(name)
    listeners.append(listener)
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_line)
tell("ready")
loop.run()
