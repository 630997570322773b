/** Names that a page's tags use: what a selector can match. */
export interface UsedNames {
  types: ReadonlySet<string>;
  classes: ReadonlySet<string>;
  attributes: ReadonlySet<string>;
}

/**
 * Leaves out of a stylesheet the rules that nothing on the page can match, because every reader pays for them. A rule is
 * kept when in doubt: only element types, classes and attribute names are looked at, never where they stand.
 *
 * @param css Minified, as the bundler leaves it: rules, and one level of rules inside conditions.
 */
export function pruneStyles(css: string, used: UsedNames): string {
  return css.replace(BLOCK, (_, condition: string | undefined, rules: string, plain: string) => {
    if (condition === undefined) return pruneRule(plain, used);
    const kept = rules.replace(RULE, (rule) => pruneRule(rule, used));
    return kept === '' ? '' : `${condition}{${kept}}`;
  });
}

/** Gives custom properties names of one letter, in the order of their appearance; past the alphabet, none. */
export function shortenProperties(css: string): string {
  const names = [...new Set(css.match(/--[a-z][\w-]*/g))].slice(0, 26);
  const short = new Map(
    names.map((name, place) => [name, `--${'abcdefghijklmnopqrstuvwxyz'[place] ?? ''}`]),
  );
  return css.replace(/--[a-z][\w-]*/g, (name) => short.get(name) ?? name);
}

/** Drops custom properties that nothing reads: the bundler adds two for colour schemes. */
export function dropUnread(css: string): string {
  return css.replace(/(--[a-z][\w-]*):[^;{}]*(?:;|(?=\}))/g, (declaration, name: string) =>
    css.includes(`var(${name}`) ? declaration : '',
  );
}

const BLOCK = /(@[^{}]+)\{((?:[^{}]*\{[^{}]*\})*)\}|([^{}@]+\{[^{}]*\})/g;
const RULE = /[^{}]+\{[^{}]*\}/g;

function pruneRule(rule: string, used: UsedNames): string {
  const open = rule.indexOf('{');
  const selectors = splitList(rule.slice(0, open));
  const kept = selectors.filter((selector) => canMatch(selector, used));
  return kept.length === 0 ? '' : kept.join(',') + rule.slice(open);
}

/** Splits a selector list at its top-level commas. */
function splitList(list: string): string[] {
  return list.split(/,(?![^()]*\))/);
}

function canMatch(selector: string, { types, classes, attributes }: UsedNames): boolean {
  // What stands in :not(), :has() and the like may be missing from the page; so may pseudo-elements.
  const plain = selector.replace(/::?[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?/g, '');
  const names = plain.match(/\[[\w-]+|\.?[\w-]+(?![^[]*\])/g) ?? [];
  return names.every((name) => {
    if (name.startsWith('.')) return classes.has(name.slice(1));
    if (name.startsWith('[')) return attributes.has(name.slice(1));
    return types.has(name);
  });
}
