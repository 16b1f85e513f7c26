#!/bin/sh
# Installs the system packages that Atrium needs on Debian 12; does nothing when all are there.
set -eu

packages="
    fonts-noto-cjk
    xvfb
    poppler-utils
    at-spi2-core
    dbus
    python3-pyatspi
    libdbus-1-3
    libegl1
    libfontconfig1
    libgl1
    libgl1-mesa-dri
    libglib2.0-0
    libpulse0
    libspeechd2
    libxtst6
    libwayland-cursor0
    libxcb-cursor0
    libxcb-icccm4
    libxcb-image0
    libxcb-keysyms1
    libxcb-randr0
    libxcb-render-util0
    libxcb-shape0
    libxcb-xinerama0
    libxkbcommon0
    libxkbcommon-x11-0
"

# Debian keeps venv apart from its own Python; a Python that carries it needs no package.
if ! "${1:-python3}" -c 'import ensurepip, venv' 2>/dev/null; then
    packages="$packages python3-venv"
fi

missing=""
for package in $packages; do
    if ! dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed'; then
        missing="$missing $package"
    fi
done
[ -n "$missing" ] || exit 0

echo "Installing system packages:$missing"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo"
    command -v sudo >/dev/null || {
        echo "These packages must be installed by root, and there is no sudo:$missing" >&2
        exit 1
    }
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086  # the list is meant to be split
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
