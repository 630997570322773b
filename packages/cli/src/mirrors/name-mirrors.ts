import { say } from '../language/say.ts';

/**
 * Names each mirror once, with how many of its addresses are meant where they are several: a list has one for each name
 * under a wildcard.
 */
export function nameMirrors(addresses: readonly { name: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { name } of addresses) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) =>
    count === 1 ? name : say({ en: `${name} (${count} names)`, ru: `${name} (имён: ${count})` }),
  );
}
