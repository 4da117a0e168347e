#!/bin/sh
# Installs the pinned packages when they are missing, incomplete or older than the lock file. npm writes the marker
# last, so an install that was killed is repaired by the next one.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
marker="$root/node_modules/.package-lock.json"
if [ -f "$marker" ] && [ ! "$root/package-lock.json" -nt "$marker" ] && [ -e "$root/node_modules/.bin/node" ]; then
  exit 0
fi
echo "Installing packages (once) ..." >&2
if ! (cd "$root" && npm install --no-audit --no-fund --fetch-retries=1 --loglevel=error) >&2; then
  echo "The packages could not be installed. Check that the npm registry can be reached (npm ping), then run this again." >&2
  exit 1
fi
if [ ! -e "$root/node_modules/.bin/node" ]; then
  echo "No Node 26 comes as a package for this system. Install Node 26 or newer and link it to node_modules/.bin/node." >&2
  exit 1
fi
# npm leaves the marker alone when nothing changed; it must not look older than the lock.
touch "$marker"
