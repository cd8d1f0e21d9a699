#!/bin/sh
# Chromium on one core of this machine, as a cheap phone would have it.
exec taskset -c 0 "$CHROMIUM" "$@"
