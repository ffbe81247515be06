/**
 * Completion of the command in shells: a script for each, written from the commands and options of the command line, so that none is
 * missing. Descriptions are in one language; shells that show none (bash) leave them out.
 */

/** An option as shells complete it. */
export interface CompletedOption {
  /** With its dashes. */
  readonly flag: string;
  readonly description: string;
  readonly value: "none" | "file" | "text" | readonly string[];
}

/** A command with its options. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
}

/** The shells. */
export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

/** A shell. */
export type Shell = (typeof SHELLS)[number];

/** The script for a shell. */
export function completionScript(shell: Shell, commands: readonly CompletedCommand[]): string {
  return `${writers[shell](commands).join("\n")}\n`;
}

const writers: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => readonly string[]>> = {
  bash,
  zsh,
  fish,
  powershell,
};

const namesOf = (commands: readonly CompletedCommand[]): string => commands.map(({ name }) => name).join(" ");
const flagsOf = ({ options }: CompletedCommand): string => options.map(({ flag }) => flag).join(" ");
const isList = (value: CompletedOption["value"]): value is readonly string[] => typeof value === "object";

function bash(commands: readonly CompletedCommand[]): readonly string[] {
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ flag, value }) => {
      if (value === "none") return [];
      const words = isList(value) ? `-W "${value.join(" ")}"` : value === "file" ? "-f" : '-W ""';
      return [`    "${name} ${flag}") COMPREPLY=($(compgen ${words} -- "$current")); return ;;`];
    }),
  );
  return [
    '# eval "$(yardstick completion bash)"',
    "_yardstick() {",
    "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= word",
    '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
    `    case $word in ${commands.map(({ name }) => name).join("|")}) command=$word; break ;; esac`,
    "  done",
    '  case "$command $previous" in',
    ...values,
    "  esac",
    "  if [[ -z $command ]]; then",
    `    COMPREPLY=($(compgen -W "${namesOf(commands)} --version --help --lang --color" -- "$current"))`,
    "  elif [[ $current == -* ]]; then",
    "    case $command in",
    ...commands.map((each) => `      ${each.name}) COMPREPLY=($(compgen -W "${flagsOf(each)}" -- "$current")) ;;`),
    "    esac",
    "  else",
    '    COMPREPLY=($(compgen -f -- "$current"))',
    "  fi",
    "}",
    "complete -o filenames -F _yardstick yardstick",
  ];
}

/** Text within single quotation marks of a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(commands: readonly CompletedCommand[]): readonly string[] {
  const described = (text: string) => text.replace(/[[\]:]/gu, "\\$&");
  const action = (value: CompletedOption["value"]) =>
    value === "none"
      ? ""
      : isList(value)
        ? `:value:(${value.join(" ")})`
        : value === "file"
          ? ":file:_files"
          : ":value: ";
  return [
    "#compdef yardstick",
    '# eval "$(yardstick completion zsh)", after compinit; or this text as the file _yardstick in a folder of $fpath',
    "_yardstick() {",
    "  local -a commands",
    "  commands=(",
    ...commands.map(({ name, description }) => `    ${quoted(`${name}:${described(description)}`)}`),
    "  )",
    // Options of all commands may precede the command.
    "  while (( CURRENT > 3 )) && [[ $words[2] == (--lang|--color) ]]; do",
    "    words[2,3]=()",
    "    (( CURRENT -= 2 ))",
    "  done",
    "  if (( CURRENT == 2 )); then",
    "    if [[ $words[2] == -* ]]; then compadd -- --version --help --lang --color; else _describe command commands; fi",
    "    return",
    "  fi",
    "  local command=$words[2]",
    "  case $command in",
    "    --lang) compadd zh en; return ;;",
    "    --color) compadd auto always never; return ;;",
    "  esac",
    "  shift words",
    "  (( CURRENT-- ))",
    "  case $command in",
    ...commands.flatMap(({ name, options }) => [
      `    ${name}) _arguments \\`,
      ...options.map(
        ({ flag, description, value }) => `      ${quoted(`*${flag}[${described(description)}]${action(value)}`)} \\`,
      ),
      "      '*:file:_files' ;;",
    ]),
    "  esac",
    "}",
    'if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _yardstick "$@"; else compdef _yardstick yardstick; fi',
  ];
}

function fish(commands: readonly CompletedCommand[]): readonly string[] {
  const text = (of: string) => `'${of.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const none = "__fish_use_subcommand";
  return [
    "# yardstick completion fish | source",
    ...commands.map(
      ({ name, description }) => `complete -c yardstick -n ${none} -f -a ${name} -d ${text(description)}`,
    ),
    ...commands.flatMap(({ name, options }) =>
      options.map(({ flag, description, value }) => {
        const takes =
          value === "none" ? "" : isList(value) ? ` -x -a '${value.join(" ")}'` : value === "file" ? " -r -F" : " -x";
        const within = `-n '__fish_seen_subcommand_from ${name}'`;
        return `complete -c yardstick ${within} -l ${flag.slice(2)}${takes} -d ${text(description)}`;
      }),
    ),
  ];
}

function powershell(commands: readonly CompletedCommand[]): readonly string[] {
  const text = (of: string) => `'${of.replaceAll("'", "''")}'`;
  const list = (of: readonly string[]) => `@(${of.map(text).join(", ")})`;
  return [
    "# yardstick completion powershell | Out-String | Invoke-Expression",
    "Register-ArgumentCompleter -Native -CommandName yardstick -ScriptBlock {",
    "  param($word, $tree, $position)",
    "  $commands = @{",
    ...commands.map(({ name, options }) => `    ${text(name)} = ${list(options.map(({ flag }) => flag))}`),
    "  }",
    "  $values = @{",
    ...commands.flatMap(({ name, options }) =>
      options.flatMap(({ flag, value }) => (isList(value) ? [`    ${text(`${name} ${flag}`)} = ${list(value)}`] : [])),
    ),
    "  }",
    "  $before = @($tree.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })",
    "  $command = $before | Where-Object { $commands.ContainsKey($_) } | Select-Object -First 1",
    "  $found = if (-not $command) { $commands.Keys } else {",
    '    $given = $values["$command $($before[-1])"]',
    "    if ($given) { $given } elseif ($word.StartsWith('-')) { $commands[$command] }",
    "  }",
    '  $found | Where-Object { $_ -like "$word*" } | Sort-Object | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }',
    "}",
  ];
}
