#!/bin/sh
# The wizard without its window: school-api-setup-wizard-cli check … (docs/command-line.md).
# The program has to be told before it starts that there is no display; the rest keeps Chromium quiet.

here=$(dirname -- "$(readlink -f -- "$0")") || exit 2
program=$here/school-api-setup-wizard
if [ ! -x "$program" ]; then
  echo "The wizard is not beside this launcher: $here" >&2
  exit 2
fi

# No core dump: besides memory, which the program excludes itself, it has registers, and they hold what was copied last.
ulimit -c 0

# Chromium refuses to start for root (a cron job) with its sandbox on, and no web content exists here to keep in it.
if [ "$(id -u)" = 0 ]; then
  exec "$program" --no-sandbox --ozone-platform=headless --log-level=3 --disable-gpu -- "$@"
fi
exec "$program" --ozone-platform=headless --log-level=3 --disable-gpu -- "$@"
