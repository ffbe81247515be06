"""Fills in workbooks in LibreOffice as a person at the keyboard does, and saves them as XLSX.

Standard input: JSON, a list of {"from": path, "to": path, "typed": [[sheet, row, column, text], ...]} with counts from 0.
First argument: the command of LibreOffice. Run by the Python that LibreOffice has its module `uno` in.
"""

import json
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def main():
    wanted = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"fill-in-{time.time_ns()}"
        office = subprocess.Popen(
            [
                sys.argv[1],
                "--headless",
                "--norestore",
                f"-env:UserInstallation=file://{profile}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stderr=subprocess.DEVNULL,
        )
        try:
            local = uno.getComponentContext()
            resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
            context = None
            while context is None:
                if office.poll() is not None:
                    raise RuntimeError("LibreOffice has ended")
                try:
                    context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                except NoConnectException:
                    time.sleep(0.2)
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            for form in wanted:
                book = desktop.loadComponentFromURL(
                    uno.systemPathToFileUrl(form["from"]), "_blank", 0, (option("Hidden", True),)
                )
                for sheet, row, column, text in form["typed"]:
                    # A text is recognised as a number, a percentage or a day, as at the keyboard.
                    book.Sheets.getByIndex(sheet).getCellByPosition(column, row).FormulaLocal = text
                book.storeToURL(
                    uno.systemPathToFileUrl(form["to"]), (option("FilterName", "Calc MS Excel 2007 XML"),)
                )
                book.close(True)
            desktop.terminate()
            office.wait(60)
        finally:
            office.kill()


main()
