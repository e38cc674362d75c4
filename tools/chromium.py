"""A real Chromium for the stories: the machine's own, else the distribution's when root, else the one Playwright brings."""
import os
import shutil
import subprocess
import sys

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium-headless-shell", "fonts-noto-cjk")  # without a window: a seventh of the work of all stories
# The browser's own window, which nobody sees, and a process kept ready: they cost more than most of our pages. Chromium hears only the
# last list of features it is given, so those that Playwright turns off stand first.
UNSEEN = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "PreloadTopChromeWebUI", "SpareRendererForSitePerProcess",
)  # fmt: skip
# Nothing but the pages under test: no calls home, no sandbox where root would be refused one.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", f"--disable-features={','.join(UNSEEN)}",
)  # fmt: skip


def executable():
    """The machine's own browser; None where Playwright's is to be used."""
    return next((found for found in map(shutil.which, NAMES) if found), None)


def by_apt():
    """Install Debian's browser, with Chinese letters so that pages are as wide as they will be."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for verb in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *PACKAGES]):
        done = subprocess.run(["apt-get", *verb], env=quiet, stdout=subprocess.DEVNULL)
    return done.returncode == 0


def main():
    """Leave the machine with a browser, or say which command would."""
    if executable() or (os.geteuid() == 0 and shutil.which("apt-get") and by_apt() and executable()):
        return 0
    if subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"]).returncode == 0:
        return 0
    print("No Chromium here: install one (`apt-get install chromium`), then `make test` again", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
