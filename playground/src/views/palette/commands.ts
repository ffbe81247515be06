/** The commands of the workbench as the palette lists them, each with the reason why it is not available now. */
import { download, fileNameOf, type IconName } from "@yardstick/ui";
import type { PaletteMessages } from "../../messages/palette.js";
import type { Screen } from "../../store/screens.js";
import type { PaneName, ResultsTab } from "../../store/state.js";
import type { Workbench } from "../../store/workbench.js";
import { fileIntake } from "../base/load-file-intake.js";

/** The name of a command. */
type CommandName = keyof PaletteMessages["commands"];

/** What a command does. */
export interface Command {
  readonly name: CommandName;
  readonly icon: IconName;
  /** Keys that do the same; an empty text where there are none. */
  readonly keys: string;
  /** Why it cannot be run now; null when it can. */
  readonly off: string | null;
  readonly run: () => void;
}

/**
 * All commands, in the order of their use.
 *
 * @param demonstrate opens the stage
 * @param showKeys shows the keys in the palette
 */
export function commandsOf(
  store: Workbench,
  messages: PaletteMessages,
  demonstrate: () => void,
  showKeys: () => void,
): readonly Command[] {
  const needsResult = store.good === null ? messages.noResult : null;
  const needsWriting = store.isReadOnly ? messages.isReadOnly : null;
  const { subject } = store;
  const command = (
    name: CommandName,
    icon: IconName,
    run: () => void,
    off: string | null = null,
    keys = "",
  ): Command => ({
    name,
    icon,
    keys,
    off,
    run,
  });
  const screen = (name: CommandName, icon: IconName, shown: Screen, off: string | null = null) =>
    command(name, icon, () => store.screens.show(shown), off);
  const pane = (name: CommandName, of: PaneName) => command(name, of, () => store.layout.togglePane(of));
  const tab = (name: CommandName, of: ResultsTab) =>
    command(name, "results", () => {
      store.layout.show("results");
      store.layout.chooseResultsTab(of);
    });
  return [
    screen("start", "plus", { kind: "start" }),
    screen("projects", "folder", { kind: "projects" }),
    command("readDocument", "file", () => void fileIntake().then((intake) => intake.pickDocument(store))),
    command("import", "into", () => void fileIntake().then((intake) => intake.pickFiles(store)), needsWriting),
    screen("collect", "folder", { kind: "collect", files: [] }, needsWriting ?? needsResult),
    screen("export", "out", { kind: "export" }),
    command("demonstrate", "stage", demonstrate, needsResult),
    screen("notice", "print", { kind: "print", request: { kind: "notice", withSheets: false } }, needsResult),
    screen("noticeWithSheets", "print", { kind: "print", request: { kind: "notice", withSheets: true } }, needsResult),
    ...(subject === null
      ? []
      : [screen("sheet", "print", { kind: "print", request: { kind: "sheet", ...subject } }, needsResult)]),
    tab("ranking", "ranking"),
    tab("distribution", "distribution"),
    tab("checks", "checks"),
    tab("tests", "tests"),
    command("undo", "undo", () => store.undo(), store.canUndo ? null : messages.nothingToUndo, "Ctrl Z"),
    command("redo", "redo", () => store.redo(), store.canRedo ? null : messages.nothingToRedo, "Ctrl Y"),
    screen("revisions", "clock", { kind: "revisions" }),
    screen("period", "flag", { kind: "period" }, needsResult),
    screen("sample", "dice", { kind: "sample" }, needsWriting ?? needsResult),
    screen("share", "share", { kind: "share" }),
    command("save", "out", () => download(fileNameOf(store.name), store.projects.projectFile())),
    command("form", "rubric", () => show(store, "form")),
    command("text", "lines", () => show(store, "text")),
    pane("rubricPane", "rubric"),
    pane("dataPane", "data"),
    pane("resultsPane", "results"),
    screen("developer", "lines", { kind: "developer" }),
    command("lang", "contrast", () => store.setLang(store.lang === "zh" ? "en" : "zh")),
    command("light", "sun", () => store.setTheme("light")),
    command("dark", "moon", () => store.setTheme("dark")),
    command("contrast", "contrast", () => store.setTheme("contrast")),
    command("keys", "advice", showKeys, null, "?"),
  ];
}

function show(store: Workbench, mode: "form" | "text"): void {
  store.layout.show("rubric");
  store.setRubricMode(mode);
}
