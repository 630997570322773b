import { type Outlet, type OutletDespiteErrors, OutletSchema } from '@tamizdat/article-schema';
import type { ArchiveSource } from '../archive.ts';

/** A part of the content of which nobody can say what it will be once its file is right. */
export type UnknownPart = keyof Outlet | 'mirrors';

/** Languages as addresses begin with them. */
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

const NAMELESS = { en: '', ru: '' };

/** What is taken for fields of which nothing is known: as little as there can be. */
const EMPTY: Outlet = {
  name: NAMELESS,
  description: NAMELESS,
  origin: 'https://outlet.example',
  tagAuthority: { domain: 'outlet.example', date: '2026-01-01' },
  languages: [],
  timeZone: 'UTC',
  sections: [],
  tags: [],
  series: [],
  navigation: [],
  footer: [],
  licence: { name: NAMELESS },
  social: [],
  fingerprintAt: [],
  newsletters: [],
};

/** What is known of an outlet whose file gave nothing. */
const NOTHING_KNOWN: OutletDespiteErrors = {
  right: {},
  unknown: Object.keys(OutletSchema.shape) as (keyof Outlet)[],
};

/**
 * An outlet to judge links by while `outlet.yaml` has errors. `named` are words that may be languages: where the
 * languages are not known, a page that would be missing in all of these is missing.
 */
export function outletDespite(
  { right, unknown } = NOTHING_KNOWN,
  named: Iterable<string> = [],
): { outlet: Outlet; unknown: Set<UnknownPart> } {
  const isKnown = (name: string): boolean => !(unknown as string[]).includes(name);
  const known = Object.entries(right).filter(([name]) => isKnown(name));
  const outlet: Outlet = { ...EMPTY, ...Object.fromEntries(known) };
  if (!isKnown('languages')) outlet.languages = editionsOf(named);
  return { outlet, unknown: new Set(unknown.filter((name) => name !== 'languages')) };
}

const editionsOf = (named: Iterable<string>): Outlet['languages'] =>
  [...new Set(named)]
    .filter((code) => LANGUAGE.test(code))
    .map((code) => ({ code, name: code, dir: 'ltr', locale: code }));

/** The same content, which tells when something is looked at that is not known. */
export function watchUnknown(
  source: ArchiveSource,
  unknown: ReadonlySet<UnknownPart>,
  note: () => void,
): ArchiveSource {
  const watch = <Whole extends object>(whole: Whole): Whole =>
    new Proxy(whole, {
      get: (target, name) => {
        if (unknown.has(name as UnknownPart)) note();
        return target[name as keyof Whole];
      },
    });
  return watch({ ...source, outlet: watch(source.outlet) });
}
