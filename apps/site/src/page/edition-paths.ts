import { asksIn } from '@tamizdat/article-schema';
import { archive } from '../archive.ts';

/** Static paths of a page that every edition has once. */
export async function editionPaths(): Promise<{ params: { lang: string } }[]> {
  const { languages } = await (await archive()).outlet();
  return languages.map(({ code }) => ({ params: { lang: code } }));
}

/** The same for the editions that ask their readers for money. */
export async function supportPaths(): Promise<{ params: { lang: string } }[]> {
  const outlet = await (await archive()).outlet();
  return (await editionPaths()).filter(({ params }) => asksIn(outlet, params.lang));
}

/** The same for the editions that have mirrors. */
export async function mirrorPaths(): Promise<{ params: { lang: string } }[]> {
  const door = await archive();
  const paths = await editionPaths();
  const mirrors = await Promise.all(paths.map(({ params }) => door.mirrors(params.lang)));
  return paths.filter((_, index) => mirrors[index]?.length);
}

/** The same page in every edition. */
export function inEveryEdition(
  languages: readonly { code: string }[],
  address: (lang: string) => string,
): Map<string, string> {
  return new Map(languages.map(({ code }) => [code, address(code)]));
}

/** The same for outlets whose releases can be checked: those that say their fingerprint. */
export async function verifyPaths(): Promise<{ params: { lang: string } }[]> {
  const { rootFingerprint } = await (await archive()).outlet();
  return rootFingerprint === undefined ? [] : editionPaths();
}
