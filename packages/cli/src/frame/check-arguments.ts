import { parseArgs } from 'node:util';
import { nearest } from '@tamizdat/article-schema/nearest';
import type { ArgumentDefinition } from './find-command.ts';
import { UsageError } from './usage-error.ts';
import { say } from '../language/say.ts';

type Definitions = Readonly<Record<string, ArgumentDefinition>>;

/**
 * Holds what was typed against a command's definitions; citty itself lets unknown options pass.
 * Throws UsageError. A positional argument whose `valueHint` ends in “…” may be given many times.
 */
export function checkArguments(args: readonly string[], definitions: Definitions): void {
  const options = optionsOf(definitions);
  for (const token of tokensOf(args, options)) {
    if (isOption(token)) checkOption(token, options);
  }
  const positional = Object.values(definitions).filter(({ type }) => type === 'positional');
  if (positional.some(({ valueHint }) => valueHint?.endsWith('…') === true)) return;
  const given = tokensOf(args, options).filter(({ kind }) => kind === 'positional');
  const extra = given[positional.length];
  if (extra !== undefined) {
    throw new UsageError(
      say({
        en: `“${args[extra.index] ?? ''}” is one argument too many.`,
        ru: `«${args[extra.index] ?? ''}» — лишний аргумент.`,
      }),
    );
  }
}

interface OptionDefinition {
  type: 'boolean' | 'string';
  mayBeEmpty: boolean;
  short?: string;
}

function optionsOf(definitions: Definitions): Record<string, OptionDefinition> {
  const entries = Object.entries(definitions).flatMap(([name, { type, alias, mayBeEmpty }]) => {
    if (type === 'positional') return [];
    const option: OptionDefinition = {
      type: type === 'boolean' ? 'boolean' : 'string',
      mayBeEmpty: mayBeEmpty === true,
    };
    const aliases = [alias ?? []].flat();
    const short = aliases.find((word) => word.length === 1);
    const names = [name, ...aliases.filter((word) => word.length > 1)];
    return names.map(
      (word) => [word, short === undefined ? option : { ...option, short }] as const,
    );
  });
  return Object.fromEntries(entries);
}

interface Token {
  kind: 'option' | 'positional' | 'option-terminator';
  index: number;
}

interface OptionToken extends Token {
  kind: 'option';
  name: string;
  rawName: string;
  value: string | undefined;
}

const isOption = (token: Token): token is OptionToken => token.kind === 'option';

function tokensOf(args: readonly string[], options: Record<string, OptionDefinition>): Token[] {
  const config = { args: [...args], options, strict: false, tokens: true } as const;
  return parseArgs({ ...config, allowPositionals: true, allowNegative: true }).tokens;
}

function checkOption(token: OptionToken, options: Record<string, OptionDefinition>): void {
  const definition = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (definition === undefined) {
    const meant = nearest(token.name, Object.keys(options));
    const hint =
      meant === undefined
        ? ''
        : say({ en: ` Did you mean “--${meant}”?`, ru: ` Вы имели в виду «--${meant}»?` });
    throw new UsageError(
      say({
        en: `There is no option “${token.rawName}”.${hint}`,
        ru: `Ключа «${token.rawName}» нет.${hint}`,
      }),
    );
  }
  const isEmpty = token.value === '' && !definition.mayBeEmpty;
  if (definition.type === 'string' && (token.value === undefined || isEmpty)) {
    throw new UsageError(
      say({
        en: `The option “${token.rawName}” needs a value.`,
        ru: `Ключу «${token.rawName}» нужно значение.`,
      }),
    );
  }
  if (definition.type === 'boolean' && token.value !== undefined) {
    throw new UsageError(
      say({
        en: `The option “${token.rawName}” takes no value.`,
        ru: `Ключ «${token.rawName}» не принимает значения.`,
      }),
    );
  }
}
