#!/bin/sh
# The wizard without its window: school-api-setup-wizard-cli check … (docs/command-line.md).
# It lies in Contents/Resources of the app; a link to it, in /usr/local/bin say, is followed.

self=$0
while [ -L "$self" ]; do
  target=$(readlink -- "$self") || exit 2
  case $target in
    /*) self=$target ;;
    *) self=$(dirname -- "$self")/$target ;;
  esac
done
contents=$(cd -P -- "$(dirname -- "$self")/.." && pwd) || exit 2
program="$contents/MacOS/School API Setup Wizard"
if [ ! -x "$program" ]; then
  echo "The wizard is not around this launcher: $contents" >&2
  exit 2
fi

if [ "$(id -u)" = 0 ]; then
  exec "$program" --no-sandbox --log-level=3 --disable-gpu -- "$@"
fi
exec "$program" --log-level=3 --disable-gpu -- "$@"
