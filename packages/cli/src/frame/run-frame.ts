import { stripVTControlCharacters } from 'node:util';
import { ForeignFileError } from '@tamizdat/files';
import { bothOf } from '@tamizdat/problem';
import { type CommandDef, renderUsage, runCommand } from 'citty';
import { checkArguments } from './check-arguments.ts';
import { explainDisk, explainRefusal } from './explain-disk.ts';
import { languageArgument } from '../language/language-argument.ts';
import { argumentsOf, findCommand, type FoundCommand, isGroup } from './find-command.ts';
import { language, say } from '../language/say.ts';
import { ownColours } from './own-codes.ts';
import { UsageError } from './usage-error.ts';

const HELP = new Set(['--help', '-h']);
const VERSION = new Set(['--version', '-v']);

/**
 * Runs a command tree and gives the exit code: 0 done, 1 failed (or what the command set), 2 typed
 * wrongly. Never prints a stack trace unless TAMIZDAT_DEBUG is 1.
 */
export async function runFrame(root: CommandDef, args: readonly string[]): Promise<number> {
  try {
    return await run(root, args);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return error instanceof UsageError || isCittyUsage(error) ? 2 : 1;
  }
}

async function run(root: CommandDef, args: readonly string[]): Promise<number> {
  const [first] = args;
  if (args.length === 1 && first !== undefined && VERSION.has(first)) {
    process.stdout.write(`${(root.meta as { version?: string }).version ?? ''}\n`);
    return 0;
  }
  const found = await withLanguage(await findCommand(root, args));
  const help = found.args.some((arg) => HELP.has(arg));
  if (help || ((await isGroup(found.command)) && found.args.length === 0)) {
    const usage = await renderUsage(found.command, found.parent);
    const shown = inLanguage(
      process.stdout.isTTY ? ownColours(usage) : stripVTControlCharacters(usage),
    );
    process.stdout.write(`${shown}\n`);
    return help ? 0 : 2;
  }
  checkArguments(found.args, await argumentsOf(found.command));
  await runCommand(found.command, { rawArgs: found.args });
  return Number(process.exitCode ?? 0);
}

/** Every command takes `--language`: what all of them share is said in it. One may have its own option of that name. */
async function withLanguage(found: FoundCommand): Promise<FoundCommand> {
  if (await isGroup(found.command)) return found;
  const args = { language: languageArgument, ...(await argumentsOf(found.command)) };
  return { ...found, command: { ...found.command, args } };
}

/** citty's own words in a help text. */
const HELP_WORDS: readonly [english: RegExp, russian: string][] = [
  [/\bUSAGE\b/, 'ВЫЗОВ'],
  [/\bARGUMENTS\b/g, 'АРГУМЕНТЫ'],
  [/\bOPTIONS\b/g, 'КЛЮЧИ'],
  [/\bCOMMANDS\b/g, 'КОМАНДЫ'],
  [/\(Required\)/g, '(обязательно)'],
  [/\(Default: ([^()]*)\)/g, '(по умолчанию: $1)'],
  [/Use (.*) for more information about a command\./, 'Подробнее о команде: $1'],
];

const inLanguage = (usage: string): string =>
  language === 'ru'
    ? HELP_WORDS.reduce((text, [english, russian]) => text.replace(english, russian), usage)
    : usage;

/** citty's own errors about missing arguments and wrong words. */
const isCittyUsage = (error: unknown): boolean =>
  error instanceof Error && error.name === 'CLIError';

function explain(error: unknown): string {
  if (!(error instanceof Error)) return `tamizdat: ${String(error)}`;
  if (process.env['TAMIZDAT_DEBUG'] === '1') return error.stack ?? error.message;
  const told =
    error instanceof ForeignFileError
      ? error
      : (bothOf(error) ?? explainDisk(error) ?? explainRefusal(error));
  // citty colours names of arguments also where nobody sees colours.
  return `tamizdat: ${told === undefined ? stripVTControlCharacters(error.message) : say(told)}`;
}
