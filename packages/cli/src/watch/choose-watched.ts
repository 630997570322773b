import { loadMirrors } from '@tamizdat/archive';
import { basesOf, type Mirror, nearest } from '@tamizdat/article-schema';
import type { WatchedMirror } from '@tamizdat/mirrors/watch';
import { buildReport } from '../check/build-report.ts';
import { UsageError } from '../frame/usage-error.ts';
import { parseBase } from '../mirror/pull-arguments.ts';
import { contentFolder } from '../release/find-outlet.ts';
import { loadReserve, reserveName } from '../reserve/load-reserve.ts';
import { say } from '../language/say.ts';

/** What is watched, and what cannot be from here. */
export interface Chosen {
  mirrors: WatchedMirror[];
  /** Names of onion services, which take a proxy to reach. */
  leftOut: string[];
}

/**
 * Finds what is to be watched: what was named, or all announced and reserve mirrors.
 * @param given Addresses and names.
 * @param hasProxy Whether onion services can be reached.
 * @throws UsageError
 */
export async function chooseWatched(
  given: readonly string[],
  content: string | undefined,
  hasProxy: boolean,
): Promise<Chosen> {
  const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const addresses = given.filter(isAddress).map((text): WatchedMirror => {
    const base = parseBase(text);
    return { name: base.replace(/^https?:\/\//, ''), base, isReserve: false };
  });
  const names = given.filter((text) => !isAddress(text));
  const known = addresses.length > 0 && names.length === 0 ? [] : await listKnown(content);
  const isNamed = ({ name, isReserve }: WatchedMirror): boolean =>
    names.includes(name) ||
    names.includes(mirrorOf(name)) ||
    (isReserve && names.includes('reserve'));
  refuseUnknown(names, known);
  const named = given.length === 0 ? known : known.filter(isNamed);
  return part([...addresses, ...named], hasProxy);
}

/** @throws UsageError for a name that none has */
function refuseUnknown(names: readonly string[], known: readonly WatchedMirror[]): void {
  const all = [...new Set(known.flatMap(({ name }) => [mirrorOf(name), name]))];
  const hasReserve = known.some(({ isReserve }) => isReserve);
  const unknown = names.find((name) => !all.includes(name) && !(name === 'reserve' && hasReserve));
  if (unknown === undefined) return;
  const meant = nearest(unknown, all);
  const hint =
    meant === undefined
      ? say({
          en: `There are: ${all.join(', ') || 'none'}.`,
          ru: `Есть: ${all.join(', ') || 'ни одного'}.`,
        })
      : say({ en: `Did you mean “${meant}”?`, ru: `Имелось в виду «${meant}»?` });
  throw new UsageError(
    say({
      en: `There is no mirror “${unknown}”. ${hint}`,
      ru: `Зеркала «${unknown}» нет. ${hint}`,
    }),
  );
}

function part(mirrors: readonly WatchedMirror[], hasProxy: boolean): Chosen {
  const isLeftOut = ({ base }: WatchedMirror): boolean =>
    !hasProxy && new URL(base).hostname.endsWith('.onion');
  return {
    mirrors: mirrors.filter((mirror) => !isLeftOut(mirror)),
    leftOut: mirrors.filter(isLeftOut).map(({ name }) => name),
  };
}

async function listKnown(content: string | undefined): Promise<WatchedMirror[]> {
  const root = contentFolder(content);
  const { mirrors, problems } = loadMirrors(root);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    process.stderr.write(await buildReport({ problems: errors, files: 2, root }));
    throw new UsageError(
      say({
        en: 'Nothing was looked at: the list of mirrors is not right.',
        ru: 'Ничего не проверено: в списке зеркал ошибки.',
      }),
    );
  }
  return [
    ...mirrors.flatMap(eachName),
    ...loadReserve().map(({ base, wildcard }, at) =>
      withWildcard({ name: reserveName(at), base, isReserve: true }, wildcard),
    ),
  ];
}

/** Each announced name of a wildcard is blocked for itself, and is looked at and called for itself. */
function eachName(mirror: Mirror): WatchedMirror[] {
  const { name, base, wildcard, names = [] } = mirror;
  if (wildcard === undefined) return [{ name, base, isReserve: false }];
  return basesOf(mirror).map((own, at) =>
    withWildcard({ name: `${name}/${names[at] ?? ''}`, base: own, isReserve: false }, wildcard),
  );
}

const withWildcard = (mirror: WatchedMirror, wildcard: string | undefined): WatchedMirror =>
  wildcard === undefined ? mirror : { ...mirror, wildcard };

/** The mirror that a watched name belongs to. */
const mirrorOf = (name: string): string => name.split('/')[0] ?? name;
