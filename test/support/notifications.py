"""A desktop's notification service on the session bus, without a screen.

Prints each notification as one line of JSON. With the argument `click` it acts as a user who clicks each one at once,
with `dismiss` as one who dismisses it; with `ignore` it leaves them.
"""

import json
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
DISMISSED = 2
INTERFACE = f"""
<node><interface name="{NAME}">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>
"""

reaction = sys.argv[1]


def react(bus, sender, number):
    def tell(signal, form, what):
        bus.emit_signal(sender, PATH, NAME, signal, GLib.Variant(form, (number, what)))

    if reaction == "click":
        tell("ActionInvoked", "(us)", "default")
    if reaction != "ignore":
        tell("NotificationClosed", "(uu)", DISMISSED)


def call(bus, sender, _path, _interface, method, given, answer):
    if method == "GetCapabilities":
        answer.return_value(GLib.Variant("(as)", (["body", "body-markup", "actions", "persistence"],)))
    elif method == "GetServerInformation":
        answer.return_value(GLib.Variant("(ssss)", ("test", "test", "1", "1.2")))
    elif method == "Notify":
        app, _replaces, _icon, title, body, _actions, hints, lasts = given.unpack()
        answer.return_value(GLib.Variant("(u)", (1,)))
        shown = {"app": app, "title": title, "body": body, "entry": hints.get("desktop-entry"), "lasts": lasts}
        print(json.dumps(shown), flush=True)
        GLib.idle_add(react, bus, sender, 1)
    else:
        answer.return_value(None)


def serve(bus, _name):
    bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], call, None, None)


Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, serve, None, None)
GLib.MainLoop().run()
