"""Opens pages in Chromium and lets axe-core look at them.

usage: accessibility.py CHROMIUM PAGE…
Each page is opened from the disk, offline, in the light and in the dark colour scheme and 320 CSS
pixels wide (WCAG 1.4.10), then without scripts, then as it is printed. Whatever a page asks for
must be a file. Prints one JSON object a page: {"file": …, "faults": […]}.
"""

import json
import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

NARROW = 320
# The browser has no business on the network.
QUIET = [
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking",
    "--disable-component-update", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND",
]
VIEWS = [
    ("light", "light", 1280),
    ("dark", "dark", 1280),
    ("narrow", "light", NARROW),
]
# Controls that a person reaches with the keyboard and cannot see to be reached.
DULL = """() => {
  const look = control => {
    const style = getComputedStyle(control);
    return [style.outline, style.boxShadow, style.background, style.border].join();
  };
  const dull = [];
  for (const control of document.querySelectorAll('a[href], button, input, select, textarea')) {
    if (!control.getClientRects().length) continue;
    const atRest = look(control);
    control.focus({focusVisible: true});
    if (document.activeElement === control && look(control) === atRest) {
      dull.push(control.outerHTML.slice(0, 80));
    }
    control.blur();
  }
  return dull;
}"""


def axe_faults(page, axe, view):
    for violation in axe.run(page).response["violations"]:
        nodes = violation["nodes"]
        target = " ".join(str(part) for part in nodes[0]["target"])
        yield f"axe, {view}: {violation['id']} ({len(nodes)} times, first {target})"


def faults(browser, axe, path):
    found = []
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("pageerror", lambda error: found.append(f"script: {error}"))
    page.on(
        "console",
        lambda said: found.append(f"console: {said.text}") if said.type == "error" else None)
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(("file:", "data:"))
        else found.append(f"asks for {asked.url}"))
    page.on("requestfailed", lambda asked: found.append(f"does not find {asked.url}"))
    page.goto(path.as_uri())
    for view, scheme, width in VIEWS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found += axe_faults(page, axe, view)
        needed = page.evaluate("document.scrollingElement.scrollWidth")
        if needed > width:
            found.append(f"{view}: {needed} pixels wide in a window of {width}")
    page.set_viewport_size({"width": 1280, "height": 900})
    found += [f"focus is not visible on {control}" for control in page.evaluate(DULL)]
    if not page.pdf(format="A4"):
        found.append("does not print")
    context.close()
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    if len(page.locator("main").inner_text().split()) < 10:
        found.append("shows no text without scripts")
    context.close()
    return list(dict.fromkeys(found))


def main():
    chromium, pages = sys.argv[1], [pathlib.Path(name) for name in sys.argv[2:]]
    axe = Axe()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        for path in pages:
            try:
                found = faults(browser, axe, path)
            except Exception as error:
                found = [f"does not open: {str(error).splitlines()[0]}"]
            print(json.dumps({"file": str(path), "faults": found}), flush=True)
        browser.close()


main()
