import { nearest } from '@tamizdat/article-schema/nearest';
import type { CommandDef } from 'citty';
import { UsageError } from './usage-error.ts';
import { say } from '../language/say.ts';

/** A command that was called, with what stands after its name. */
export interface FoundCommand {
  command: CommandDef;
  parent?: CommandDef;
  args: string[];
}

// citty's parameters are functions, thunks or promises of one.
async function resolved<Value>(value: unknown): Promise<Value | undefined> {
  const given: unknown = typeof value === 'function' ? (value as () => unknown)() : value;
  return (await given) as Value | undefined;
}

/** Follows the names at the beginning of `args` down to a command. Throws UsageError for an unknown name. */
export async function findCommand(
  command: CommandDef,
  args: readonly string[],
  parent?: CommandDef,
): Promise<FoundCommand> {
  const subCommands = await resolved<Record<string, unknown>>(command.subCommands);
  const [name, ...rest] = args;
  const here = { command, args: [...args], ...(parent === undefined ? {} : { parent }) };
  if (subCommands === undefined || name === undefined || name.startsWith('-')) return here;
  if (!Object.hasOwn(subCommands, name)) {
    const names = Object.keys(subCommands);
    const meant = nearest(name, names);
    const hint =
      meant === undefined
        ? say({ en: `There are: ${names.join(', ')}.`, ru: `Есть: ${names.join(', ')}.` })
        : say({ en: `Did you mean “${meant}”?`, ru: `Вы имели в виду «${meant}»?` });
    throw new UsageError(
      say({ en: `There is no command “${name}”. ${hint}`, ru: `Команды «${name}» нет. ${hint}` }),
    );
  }
  const next = await resolved<CommandDef>(subCommands[name]);
  if (next === undefined)
    throw new Error(say({ en: `The command “${name}” is empty.`, ru: `Команда «${name}» пуста.` }));
  return findCommand(next, rest, command);
}

/** Whether a command only leads to others. */
export async function isGroup(command: CommandDef): Promise<boolean> {
  return (await resolved(command.subCommands)) !== undefined && command.run === undefined;
}

/** A command's options and positional arguments. */
export async function argumentsOf(
  command: CommandDef,
): Promise<Record<string, NonNullable<ArgumentDefinition>>> {
  return (await resolved<Record<string, ArgumentDefinition>>(command.args)) ?? {};
}

/** What the frame needs of citty's argument definitions. */
export interface ArgumentDefinition {
  type?: 'boolean' | 'string' | 'enum' | 'positional';
  alias?: string | string[];
  valueHint?: string;
  /** Whether an empty value means something: none. */
  mayBeEmpty?: boolean;
}
