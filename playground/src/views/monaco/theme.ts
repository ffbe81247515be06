/** The editor's colours, read from the design tokens of the page, which define them for light and dark. */
import * as monaco from "monaco-editor/editor";

const THEME = "yardstick";

let worn: string | null = null;

/** The nearest element around the editor that has the tokens: while its pane is closed, it has no computed style. */
function tokenHost(host: Element): Element {
  let at = host;
  while (at.parentElement !== null && getComputedStyle(at).getPropertyValue("--ink") === "") at = at.parentElement;
  return at;
}

/** Defines the theme from the current tokens at `host`, and activates it unless it is active already. */
export function applyTheme(host: HTMLElement, isDark: boolean, name: string): void {
  if (name === worn) return;
  worn = name;
  const style = getComputedStyle(tokenHost(host));
  const token = (name: string) => hex(style.getPropertyValue(`--${name}`).trim());
  const paint = (name: string) => `#${token(name)}`;
  const clear = "#00000000";
  monaco.editor.defineTheme(THEME, {
    base: isDark ? "vs-dark" : "vs",
    inherit: false,
    rules: [
      { token: "", foreground: token("ink"), background: token("paper") },
      { token: "keyword", foreground: token("code-key") },
      { token: "unit", foreground: token("code-key") },
      { token: "keyword.deduct", foreground: token("red") },
      { token: "keyword.add", foreground: token("blue") },
      { token: "name.declaration", foreground: token("code-name"), fontStyle: "bold" },
      { token: "number", foreground: token("code-num") },
      { token: "string", foreground: token("code-text") },
      { token: "comment", foreground: token("code-note") },
    ],
    colors: {
      foreground: paint("ink"),
      focusBorder: paint("blue"),
      errorForeground: paint("red"),
      "icon.foreground": paint("ink-2"),
      "widget.shadow": isDark ? "#00000080" : "#1b1d2026",
      "editor.background": paint("paper"),
      "editor.foreground": paint("ink"),
      "editor.lineHighlightBackground": paint("bar"),
      "editor.lineHighlightBorder": paint("hair"),
      "editor.selectionBackground": `#${token("blue-line")}80`,
      "editor.inactiveSelectionBackground": `#${token("blue-line")}66`,
      "editor.selectionHighlightBackground": paint("blue-wash"),
      "editor.wordHighlightBackground": paint("blue-wash"),
      "editor.wordHighlightTextBackground": paint("blue-wash"),
      "editor.findMatchBackground": paint("ochre-line"),
      "editor.findMatchHighlightBackground": paint("ochre-wash"),
      "editor.foldBackground": paint("bar"),
      "editorCursor.foreground": paint("blue"),
      "editorLineNumber.foreground": paint("ink-3"),
      "editorLineNumber.activeForeground": paint("ink"),
      "editorGutter.background": paint("paper"),
      "editorGutter.foldingControlForeground": paint("ink-3"),
      "editorBracketHighlight.foreground1": paint("ink"),
      "editorBracketHighlight.foreground2": paint("ink"),
      "editorBracketHighlight.foreground3": paint("ink"),
      "editorBracketHighlight.unexpectedBracket.foreground": paint("red"),
      "editorBracketMatch.background": paint("blue-wash"),
      "editorBracketMatch.border": paint("blue-line"),
      "editorError.foreground": paint("red"),
      "editorWarning.foreground": paint("ochre"),
      "editorInfo.foreground": paint("ink-3"),
      "editorOverviewRuler.border": clear,
      "editorOverviewRuler.errorForeground": paint("red"),
      "editorOverviewRuler.warningForeground": paint("ochre"),
      "editorOverviewRuler.infoForeground": paint("ink-off"),
      "editorWidget.background": paint("raised"),
      "editorWidget.foreground": paint("ink"),
      "editorWidget.border": paint("line"),
      "editorHoverWidget.background": paint("raised"),
      "editorHoverWidget.foreground": paint("ink"),
      "editorHoverWidget.border": paint("line"),
      "editorHoverWidget.statusBarBackground": paint("bar"),
      "editorLightBulb.foreground": paint("ochre"),
      "editorLightBulbAutoFix.foreground": paint("blue"),
      "editorMarkerNavigation.background": paint("raised"),
      "editorMarkerNavigationError.background": paint("red"),
      "editorMarkerNavigationWarning.background": paint("ochre"),
      "editorMarkerNavigationInfo.background": paint("ink-3"),
      "editorActionList.background": paint("raised"),
      "editorActionList.foreground": paint("ink"),
      "editorActionList.focusBackground": paint("blue-wash"),
      "editorActionList.focusForeground": paint("ink"),
      "editorInlayHint.background": paint("bar"),
      "editorInlayHint.foreground": paint("code-hint"),
      "editorSuggestWidget.background": paint("raised"),
      "editorSuggestWidget.foreground": paint("ink"),
      "editorSuggestWidget.border": paint("line"),
      "editorSuggestWidget.selectedBackground": paint("blue-wash"),
      "editorSuggestWidget.selectedForeground": paint("ink"),
      "editorSuggestWidget.highlightForeground": paint("blue"),
      "editorSuggestWidget.focusHighlightForeground": paint("blue"),
      "peekView.border": paint("blue"),
      "peekViewTitle.background": paint("bar"),
      "peekViewTitleLabel.foreground": paint("ink"),
      "peekViewTitleDescription.foreground": paint("ink-2"),
      "peekViewEditor.background": paint("paper"),
      "peekViewEditorGutter.background": paint("paper"),
      "peekViewEditor.matchHighlightBackground": paint("blue-wash"),
      "peekViewResult.background": paint("bar"),
      "peekViewResult.fileForeground": paint("ink"),
      "peekViewResult.lineForeground": paint("ink-2"),
      "peekViewResult.matchHighlightBackground": paint("blue-wash"),
      "peekViewResult.selectionBackground": paint("blue-wash"),
      "peekViewResult.selectionForeground": paint("ink"),
      "input.background": paint("paper"),
      "input.foreground": paint("ink"),
      "input.border": paint("line"),
      "input.placeholderForeground": paint("ink-3"),
      "inputOption.activeBackground": paint("blue-wash"),
      "inputOption.activeBorder": paint("blue"),
      "inputOption.activeForeground": paint("ink"),
      "inputValidation.errorBackground": paint("red-wash"),
      "inputValidation.errorBorder": paint("red-line"),
      "inputValidation.infoBackground": paint("bar"),
      "inputValidation.infoBorder": paint("line"),
      "list.hoverBackground": paint("bar"),
      "list.focusBackground": paint("blue-wash"),
      "list.focusForeground": paint("ink"),
      "list.activeSelectionBackground": paint("blue-wash"),
      "list.activeSelectionForeground": paint("ink"),
      "list.highlightForeground": paint("blue"),
      "menu.background": paint("raised"),
      "menu.foreground": paint("ink"),
      "menu.border": paint("line"),
      "menu.selectionBackground": paint("blue-wash"),
      "menu.selectionForeground": paint("ink"),
      "menu.separatorBackground": paint("hair"),
      "keybindingLabel.background": paint("paper"),
      "keybindingLabel.foreground": paint("ink-2"),
      "keybindingLabel.border": paint("line"),
      "keybindingLabel.bottomBorder": paint("line"),
      "quickInput.background": paint("raised"),
      "quickInput.foreground": paint("ink"),
      "scrollbar.shadow": clear,
      "scrollbarSlider.background": `#${token("line")}99`,
      "scrollbarSlider.hoverBackground": paint("line"),
      "scrollbarSlider.activeBackground": paint("line-2"),
      "textLink.foreground": paint("blue"),
      "textLink.activeForeground": paint("blue-2"),
      "textCodeBlock.background": paint("bar"),
      "toolbar.hoverBackground": paint("hair"),
    },
  });
  monaco.editor.setTheme(THEME);
}

/** Six hexadecimal digits without `#`, the format of Monaco's rules. */
function hex(colour: string): string {
  const digits = colour.replace("#", "");
  return digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
}
