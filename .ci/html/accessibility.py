"""Looks at HTML reports in Chromium as axe-core does, light and dark, wide and narrow, and works the filter by keys."""

import pathlib
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM, *PAGES = sys.argv[1:]
VIEWS = [("light", 1280), ("dark", 390)]


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for page_file in PAGES:
            for scheme, width in VIEWS:
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                page = context.new_page()
                page.goto(pathlib.Path(page_file).resolve().as_uri())
                view = f"{pathlib.Path(page_file).name}, {scheme}, {width}"
                faults = [
                    f"{fault['id']}: {node['html'][:120]} ({node['failureSummary']})"
                    for fault in Axe().run(page).response["violations"]
                    for node in fault["nodes"]
                ]
                if faults:
                    sys.exit("\n".join([view, *faults]))
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    sys.exit(f"{view}: wider than the window")
                work_by_keys(page, view)
                context.close()
                print(f"{view}: accessible")
        browser.close()


def work_by_keys(page, view):
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.getAttribute('href')") != "#main":
        sys.exit(f"{view}: the first key does not lead past the header")
    if not page.query_selector("form"):
        return
    page.focus("input[type=search]")
    page.keyboard.type("no such rule")
    if not page.is_visible(".unmatched") or page.is_visible(".finding"):
        sys.exit(f"{view}: a filter that nothing matches is not told")
    page.keyboard.press("Control+A")
    page.keyboard.press("Backspace")
    if page.is_visible(".unmatched") or not page.is_visible(".finding"):
        sys.exit(f"{view}: the list does not come back")


main()
