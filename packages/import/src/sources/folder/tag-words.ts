/** What stands in a template's tag: its name, and what follows it. */
export interface TagWords {
  name: string;
  /** `src="crane.jpg"`, by name in lower case. */
  named: ReadonlyMap<string, string>;
  /** What has no name, in order. */
  plain: readonly string[];
}

/** Characters of a tag that are looked at. */
const TAG_MAX = 5_000;
const WORD =
  /([\w.:-]{1,60})[ \t\n]{0,9}[=:][ \t\n]{0,9}(?:"([^"]*)"|'([^']*)'|\{["'`]([^"'`]*)["'`]\}|([^\s"'`{},]+))|"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`,]+)/g;

/** Reads a tag as people write them in all of these systems: a name, then words, some of them named. */
export function tagWords(inner: string): TagWords {
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const found of inner.slice(0, TAG_MAX).matchAll(WORD)) {
    const [, name, ...values]: (string | undefined)[] = found;
    const [whole] = found;
    const value = values.find((one) => one !== undefined) ?? whole;
    // An address is a word, and no name before a colon.
    if (name === undefined) plain.push(value);
    else if (/^[a-z]{1,20}:\/\//i.test(whole)) plain.push(whole);
    else named.set(name.toLowerCase(), value);
  }
  const [name = '', ...rest] = plain;
  return { name, named, plain: rest };
}
