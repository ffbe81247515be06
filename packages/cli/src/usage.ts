/**
 * The command line: commands, arguments and options with their help, in one language. Parsing gives a typed request; an invalid command
 * line gives a `Failure`.
 */
import type { Lang } from "@yardstick/language";
import { Argument, Command, CommanderError, Help, Option } from "commander";
import { ENCODINGS } from "@yardstick/tables";
import { ENGINE_VERSION } from "yardstick";
import type {
  CheckOptions,
  CollectOptions,
  CommandLine,
  CompareOptions,
  CompileOptions,
  EntryFormOptions,
  FormatterOptions,
  LanguageServerOptions,
  PrintOptions,
  ReadOptions,
  Request,
  RunOptions,
  SchemaOptions,
  SensitivityOptions,
  TemplateOptions,
  TestOptions,
  VerifyOptions,
} from "./command-options.js";
import type { SqlCommandOptions } from "./sql-options.js";
import type { CompletedCommand, CompletedOption } from "./completion-scripts.js";
import { DONE, Failure, WRONG_USAGE } from "./exit.js";
import type { Io } from "./io.js";
import type { Settings } from "./settings.js";
import { applySettings } from "./settings.js";
import { padEnd, widthOf, wrapped } from "./display-width.js";
import { usageExamples } from "./usage-examples.js";
import type { UsageMessages } from "./usage-messages.js";

const collect = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];

function encodingOption(usage: UsageMessages): Option {
  return new Option("--encoding <encoding>", usage.encoding + usage.choices(ENCODINGS.join("|"), null));
}

function sheetOption(usage: UsageMessages): Option {
  return new Option("--sheet <name>", usage.sheet);
}

function inputOptions(command: Command, usage: UsageMessages, takesScenarios = false): Command {
  const scenario = takesScenarios
    ? new Option("--scenario <name>", usage.scenarios).argParser(collect).default([])
    : new Option("--scenario <name>", usage.scenario);
  return command
    .addOption(new Option("--data <file>", usage.data).argParser(collect).default([]))
    .addOption(sheetOption(usage))
    .addOption(new Option("--table <list=file>", usage.table).argParser(collect).default([]))
    .option("--history <file>", usage.history)
    .addOption(encodingOption(usage))
    .addOption(new Option("--limit <limit>", usage.limit).argParser(collect).default([]))
    .addOption(new Option("--keep-row <key>", usage.keepRow).argParser(collect).default([]))
    .addOption(new Option("--leave-row <key>", usage.leaveRow).argParser(collect).default([]))
    .option("--period <period>", usage.period)
    .addOption(scenario)
    .option("--out <file>", usage.out);
}

const USUAL_WIDTH = 80;

const LANGS = ["zh", "en"] as const;
const COLORS = ["auto", "always", "never"] as const;

/** Lets shells complete the values; the commands themselves check them. */
function withValues(option: Option, values: readonly string[]): Option {
  option.argChoices = [...values];
  return option;
}

/** Options common to all commands, listed after their own. */
const COMMON = new Set(["lang", "color", "help", "version"]);

function examplesText(name: keyof UsageMessages["commands"], lang: Lang, usage: UsageMessages): string {
  const examples = usageExamples[lang][name];
  const width = Math.max(...examples.map(({ line }) => widthOf(line)));
  const lines = examples.map(({ line, description }) => `  yardstick ${padEnd(line, width)}  ${description}`);
  return `\n${usage.examples}\n${lines.join("\n")}`;
}

function build(lang: Lang, usage: UsageMessages, io: Io, take: (request: Request) => void): Command {
  /** An option with a few values; the first is the default. */
  const choice = (flags: string, text: string, values: readonly string[]) =>
    withValues(new Option(flags, text + usage.choices(values.join("|"), values[0] ?? null)).default(values[0]), values);
  const format = (values: readonly string[]) => choice("--format <format>", usage.format, values);
  const common = (command: Command): Command =>
    command
      .addOption(withValues(new Option("--lang <lang>", usage.lang + usage.choices("zh|en", null)), LANGS))
      .addOption(
        withValues(new Option("--color <when>", usage.color + usage.choices("auto|always|never", "auto")), COLORS),
      )
      .helpOption("-h, --help", usage.help);

  const root = new Command("yardstick")
    .description(usage.about)
    .version(ENGINE_VERSION, "-V, --version", usage.version);
  // `--lang` and `--color` may also precede the command.
  common(root).helpCommand(false);
  const translated = (text: string) =>
    text.replace(
      /([<[])([^>\]]+)(?=[>\]])/gu,
      (_, open: string, inside: string) => open + (usage.placeholders[inside] ?? inside),
    );
  const width = Math.max(40, io.stdout.columns || USUAL_WIDTH);
  root.addHelpText("after", `\n${usage.more.flatMap((line) => wrapped(line, width)).join("\n")}`);
  root.configureHelp({
    visibleOptions(command) {
      const options = Help.prototype.visibleOptions.call(this, command);
      const isCommon = (option: Option) => COMMON.has(option.attributeName());
      return [...options.filter((option) => !isCommon(option)), ...options.filter(isCommon)];
    },
    optionTerm: ({ flags }) => translated(flags),
    argumentTerm: (argument) => usage.placeholders[argument.name()] ?? argument.name(),
    subcommandTerm(command) {
      return translated(Help.prototype.subcommandTerm.call(this, command));
    },
    displayWidth: widthOf,
    boxWrap: (text, width) => wrapped(text, width).join("\n"),
    styleTitle: (title) => (usage.titles as Readonly<Record<string, string>>)[title] ?? title,
    styleUsage: translated,
    // The descriptions contain the default values in the right language.
    optionDescription: ({ description }) => description,
  });
  root.configureOutput({
    writeOut: (text) => io.stdout.write(text),
    writeErr: (text) => io.stderr.write(text),
    outputError: () => {},
  });
  // Inherited by the commands that are added after it.
  root.exitOverride();

  const command = (name: keyof UsageMessages["commands"]) =>
    common(root.command(name).description(usage.commands[name])).addHelpText("after", examplesText(name, lang, usage));
  const repeatable = (flags: string, text: string) => new Option(flags, text).argParser(collect).default([]);
  inputOptions(command("score"), usage)
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .addOption(format(["table", "json", "ndjson", "csv", "xlsx", "html"]))
    .addOption(choice("--engine <engine>", usage.engine, ["memory", "duckdb", "postgres"]))
    .option("--into <table>", usage.intoTable)
    .addOption(repeatable("--order <list=column>", usage.sqlOrder))
    .option("--append-history [file]", usage.appendHistory)
    .option("--sheets", usage.sheets, false)
    .option("--all-rules", usage.allRules, false)
    .action((rubric: string, options: RunOptions) => take({ command: "score", rubric, options }));
  inputOptions(command("explain"), usage)
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .addArgument(new Argument("KEY", usage.key))
    .addOption(format(["text", "json", "html"]))
    .addOption(choice("--engine <engine>", usage.engine, ["memory", "duckdb", "postgres"]))
    .addOption(repeatable("--order <list=column>", usage.sqlOrder))
    .option("--all-rules", usage.allRules, false)
    .action((rubric: string, key: string, options: RunOptions) => take({ command: "explain", rubric, key, options }));
  inputOptions(command("compare"), usage, true)
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .addOption(format(["table", "json"]))
    .action((rubric: string, options: CompareOptions) => take({ command: "compare", rubric, options }));
  inputOptions(command("impact"), usage)
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .addOption(format(["table", "json"]))
    .action((rubric: string, options: RunOptions) => take({ command: "impact", rubric, options }));
  inputOptions(command("sensitivity"), usage)
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .option("--weight <name>", usage.weight)
    .option("--top <n>", usage.top)
    .option("--samples <n>", usage.samples)
    .option("--seed <s>", usage.seed)
    .addOption(format(["table", "json"]))
    .action((rubric: string, options: SensitivityOptions) => take({ command: "sensitivity", rubric, options }));
  command("check")
    .addArgument(new Argument("PATH...", usage.paths).argRequired())
    .addOption(format(["text", "json", "github", "sarif"]))
    .option("--deny-warnings", usage.denyWarnings, false)
    .option("--fix", usage.fix, false)
    .option("--watch", usage.watch, false)
    .action((paths: string[], options: CheckOptions) => take({ command: "check", paths, options }));
  command("test")
    .addArgument(new Argument("PATH...", usage.paths).argRequired())
    .addOption(format(["text", "json", "github", "junit"]))
    .option("--watch", usage.watch, false)
    .action((paths: string[], options: TestOptions) => take({ command: "test", paths, options }));
  command("fmt")
    .addArgument(new Argument("PATH...", usage.paths).argRequired())
    .option("--check", usage.onlyCheck, false)
    .addOption(withValues(new Option("--keywords <lang>", usage.keywords + usage.choices("zh|en", null)), LANGS))
    .action((paths: string[], options: FormatterOptions) => take({ command: "fmt", paths, options }));
  command("form")
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .option("--out <file>", usage.formOut)
    .option("--assessor <name>", usage.assessor)
    .option("--every-assessor <folder>", usage.everyAssessor)
    .addOption(new Option("--data <file>", usage.formData).argParser(collect).default([]))
    .addOption(sheetOption(usage))
    .addOption(encodingOption(usage))
    .action((rubric: string, options: EntryFormOptions) => take({ command: "form", rubric, options }));
  command("collect")
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .addArgument(new Argument("FILE...", usage.collectFiles).argRequired())
    .option("--into <folder>", usage.into)
    .option("--out <folder>", usage.collectOut)
    .option("--missing <file>", usage.missing)
    .addOption(repeatable("--data <file>", usage.collectData))
    .addOption(encodingOption(usage))
    .addOption(repeatable("--limit <limit>", usage.limit))
    .addOption(new Option("--settle <rule>", usage.settle + usage.choices("newest|owner", null)))
    .addOption(repeatable("--take <cell=figure>", usage.take))
    .addOption(repeatable("--match <written=key>", usage.match))
    .addOption(repeatable("--new-subject <key>", usage.newSubject))
    .addOption(repeatable("--keep-row <key>", usage.keepRow))
    .addOption(repeatable("--leave-row <key>", usage.leaveRow))
    .addOption(repeatable("--period <period>", usage.collectPeriod))
    .addOption(repeatable("--file-period <file=period>", usage.filePeriod))
    .addOption(repeatable("--department <file=name>", usage.department))
    .addOption(format(["text", "json"]))
    .action((rubric: string, files: string[], options: CollectOptions) =>
      take({ command: "collect", rubric, files, options }),
    );
  command("read")
    .addArgument(new Argument("DOCUMENT", usage.document))
    .option("--out <file>", usage.readOut)
    .option("--answers <file>", usage.answers)
    .option("--table <file>", usage.clauseTable)
    .addOption(format(["text", "json"]))
    .option("--allow-unread", usage.allowUnread, false)
    .action((file: string, options: ReadOptions) => take({ command: "read", file, options }));
  command("print")
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .option("--out <file>", usage.printOut)
    .addOption(format(["docx", "html"]))
    .addOption(choice("--layout <form>", usage.layout, ["table", "paragraphs"]))
    .addOption(choice("--style <fonts>", usage.style, ["official", "plain"]))
    .action((rubric: string, options: PrintOptions) => take({ command: "print", rubric, options }));
  command("compile")
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .option("--out <file>", usage.out)
    .action((rubric: string, options: CompileOptions) => take({ command: "compile", rubric, options }));
  command("schema")
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .addOption(format(["json-schema", "typescript"]))
    .option("--out <file>", usage.out)
    .action((rubric: string, options: SchemaOptions) => take({ command: "schema", rubric, options }));
  inputOptions(command("verify"), usage)
    .addArgument(new Argument("RESULT", usage.result))
    .requiredOption("--rubric <file>", usage.rubric)
    .addOption(format(["text", "json"]))
    .action((file: string, options: VerifyOptions) => take({ command: "verify", file, options }));
  command("sql")
    .addArgument(new Argument("RUBRIC", usage.rubric))
    .addOption(choice("--dialect <engine>", usage.dialect, ["duckdb", "postgres", "spark"]))
    .addOption(repeatable("--table <list=name>", usage.sqlTable))
    .addOption(repeatable("--order <list=column>", usage.sqlOrder))
    .option("--periods <periods>", usage.sqlPeriods)
    .option("--scenario <name>", usage.scenario)
    .option("--out <file>", usage.out)
    .action((rubric: string, options: SqlCommandOptions) => take({ command: "sql", rubric, options }));
  command("lsp")
    .option("--stdio", usage.stdio, true)
    .option("--clientProcessId <id>", usage.clientProcess)
    .action(({ lang: own }: LanguageServerOptions) =>
      take({ command: "lsp", options: { lang: own ?? root.opts<{ lang?: string }>().lang } }),
    );
  command("completion")
    .addArgument(new Argument("SHELL", usage.shell))
    .action((shell: string, options: object) => take({ command: "completion", shell, options }));
  command("new")
    .addArgument(new Argument("FOLDER", usage.folder))
    .option("--template <name>", usage.template)
    .action((folder: string, options: TemplateOptions) => take({ command: "new", folder, options }));
  return root;
}

/** The commands with their options, as shells complete them. */
export function completedCommands(lang: Lang, usage: UsageMessages, io: Io): readonly CompletedCommand[] {
  const root = build(lang, usage, io, () => {});
  return root.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [...command.options, new Option("--help", usage.help)].map(
      ({ long, flags, description, argChoices }): CompletedOption => ({
        flag: long ?? flags,
        description,
        value: argChoices ?? (/[<[](?:file|folder)[>\]]/u.test(flags) ? "file" : /[<[]/u.test(flags) ? "text" : "none"),
      }),
    ),
  }));
}

/** The quoted part of a message of commander: `'--x'`. */
const quoted = (message: string): string => /'([^']*)'/u.exec(message)?.[1] ?? "";

function sentenceFor(error: CommanderError, usage: UsageMessages): string {
  const name = quoted(error.message);
  switch (error.code) {
    case "commander.unknownOption":
      return usage.unknownOption(name);
    case "commander.unknownCommand":
      return usage.unknownCommand(name, Object.keys(usage.commands).join(", "));
    case "commander.missingArgument":
      return usage.missingArgument(usage.placeholders[name] ?? name);
    case "commander.missingMandatoryOptionValue":
      return usage.missingOption(/--[\w-]+/u.exec(name)?.[0] ?? name);
    case "commander.optionMissingArgument":
      return usage.missingValue(/--[\w-]+/u.exec(name)?.[0] ?? name);
    case "commander.excessArguments":
      return usage.tooMany;
    default:
      return error.message.replace(/^error: /u, "");
  }
}

/** Checks the value of an option. Throws a `Failure` for an unknown one. */
function checkedValue<T extends string>(name: string, value: string, known: readonly T[], usage: UsageMessages): T {
  const found = known.find((each) => each === value);
  if (found === undefined) throw new Failure(WRONG_USAGE, usage.badValue(name, value, known.join(", ")));
  return found;
}

/** Parses a command line; null where it only asked for help or the version, which is then printed. Throws a `Failure` where it is invalid. */
export function parseCommandLine(
  argv: readonly string[],
  lang: Lang,
  usage: UsageMessages,
  io: Io,
  settings: Settings | null = null,
): CommandLine | null {
  const taken: Request[] = [];
  const root = build(lang, usage, io, (request) => taken.push(request));
  // An editor starts the language server, and sets it up by its own settings.
  root.hook("preAction", (_root, command) => {
    if (settings !== null && command.name() !== "lsp") applySettings(settings, root, command, usage);
  });
  try {
    root.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === DONE) return null;
    if (error.code === "commander.help") throw new Failure(WRONG_USAGE, "");
    const command = root.commands.find((each) => argv.includes(each.name()));
    const help = usage.seeHelp(command === undefined ? "yardstick" : `yardstick ${command.name()}`);
    const meant = /Did you mean ([^?]+)\?/u.exec(error.message)?.[1];
    const sentences = [sentenceFor(error, usage), ...(meant === undefined ? [] : [usage.didYouMean(meant)]), help];
    throw new Failure(WRONG_USAGE, sentences.join(lang === "en" ? " " : ""));
  }
  const [request] = taken;
  if (request === undefined) throw new Failure(WRONG_USAGE, "");
  const own = request.options as { readonly lang?: string; readonly color?: string };
  const { lang: requested, color = "auto" } = { ...root.opts<{ lang?: string; color?: string }>(), ...own };
  if (requested !== undefined) checkedValue("--lang", requested, LANGS, usage);
  return { request, color: checkedValue("--color", color, COLORS, usage) };
}
