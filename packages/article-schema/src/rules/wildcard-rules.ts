import { shorten } from '../characters/count.ts';
import type { Finding } from '@tamizdat/problem';
import { MIRRORS_MAX } from '../limits.ts';
import type { MirrorEntry } from '../schema/mirror.ts';
import { baseAddress } from './mirror-address.ts';
import { repeated } from './list-rules.ts';
import { basesOf, wildcardAddress } from './wildcard.ts';

type Entry = Partial<MirrorEntry>;

/** The wildcard of an entry whose address is a right one. */
export function wildcardOf({ address }: Entry): string | undefined {
  const judged = address === undefined ? undefined : wildcardAddress(address);
  return judged !== undefined && 'wildcard' in judged ? judged.wildcard : undefined;
}

/** Everything that an entry's address stands for: a wildcard itself and its announced names, or the one base. */
export function addressesOf(entry: Entry): string[] {
  const wildcard = wildcardOf(entry);
  if (wildcard !== undefined)
    return [...new Set([wildcard, ...basesOf({ base: '', wildcard, names: entry.names })])];
  const judged = entry.address === undefined ? undefined : baseAddress(entry.address);
  return judged !== undefined && 'base' in judged ? [judged.base] : [];
}

/** The findings about the names of one mirror, and about its place where a wildcard does not fit it. */
export function nameFindings(entry: Entry, index: number): Finding[] {
  if (entry.address === undefined) return [];
  return entry.address.includes('*') ? ofWildcard(entry, index) : ofPlain(entry, index);
}

function ofWildcard({ names = [], passOn = [], feeds, kind }: Entry, index: number): Finding[] {
  return [
    ...(names.length === 0 ? [missing(index)] : []),
    ...repeated(
      names,
      (at) => ['mirrors', index, 'names', at],
      { en: 'The name', ru: 'Имя' },
      'mirror-names-repeated',
    ),
    ...repeated(
      passOn,
      (at) => ['mirrors', index, 'passOn', at],
      { en: 'The name', ru: 'Имя' },
      'mirror-passOn-repeated',
    ),
    ...passOn.flatMap((label, at) => (names.includes(label) ? [announced(label, index, at)] : [])),
    ...(feeds !== undefined && [...names, ...passOn].includes(feeds) ? [shared(feeds, index)] : []),
    ...(kind === 'git' ? [pagesHost(index)] : []),
  ];
}

/** A host that cannot put in the name it was asked under leads everybody’s feeds to one name. */
const shared = (label: string, index: number): Finding => ({
  code: 'mirror-feeds-shared',
  severity: 'warning',
  path: ['mirrors', index, 'feeds'],
  found: shorten(label),
  message: `The name “${shorten(label)}” of “feeds” is shown elsewhere as well.`,
  why: 'The feeds hold that one name for everybody, whatever name they were asked under. Once it is blocked with the list or in a message, the links of every subscriber are.',
  remedy:
    'Give the feeds a name of their own, and change it when it is blocked; or leave “feeds” out where the server puts in the name it was asked under (docs/mirror-hosting.md).',
  ru: {
    message: `Имя «${shorten(label)}» из «feeds» показано и в других местах.`,
    why: 'В лентах у всех стоит это одно имя, под каким бы их ни запросили. Когда его заблокируют вместе со списком или с перепиской, перестанут открываться ссылки у всех подписчиков.',
    remedy:
      'Дайте лентам отдельное имя и смените его, когда заблокируют; или уберите «feeds», если сервер сам подставляет имя, под которым его спросили (docs/mirror-hosting.md).',
  },
  example: 'feeds: morel',
});

const missing = (index: number): Finding => ({
  code: 'mirror-names-missing',
  path: ['mirrors', index, 'address'],
  message: 'A mirror with a “*” in its address needs “names”.',
  why: 'Readers, lists and cards get whole addresses; a “*” cannot be opened.',
  remedy:
    'Write at least one name that stands for the “*”. It is announced: take one that says nothing.',
  ru: {
    message: 'Зеркалу со «*» в адресе нужно поле «names».',
    why: 'Читатели, списки и карточки получают полные адреса; «*» открыть нельзя.',
    remedy:
      'Напишите хотя бы одно имя вместо «*». Его объявят: выберите такое, которое ни о чём не говорит.',
  },
  example: 'names: [vetla, sorin]',
});

/** A name in two channels tells of neither where it leaked. */
const announced = (label: string, index: number, at: number): Finding => ({
  code: 'mirror-passOn-announced',
  path: ['mirrors', index, 'passOn', at],
  found: shorten(label),
  message: `The name “${shorten(label)}” is announced to everybody as well.`,
  why: 'It is blocked with the list; what readers passed on would be lost with it.',
  remedy: 'Take another name to be passed on.',
  ru: {
    message: `Имя «${shorten(label)}» объявлено и всем остальным.`,
    why: 'Его заблокируют вместе со списком, и всё, что читатели передали друг другу, перестанет открываться.',
    remedy: 'Выберите другое имя, чтобы передавать адрес.',
  },
});

const pagesHost = (index: number): Finding => ({
  code: 'mirror-wildcard-git',
  severity: 'warning',
  path: ['mirrors', index, 'kind'],
  message: 'Hosts that serve a branch mostly answer under single names, not under a wildcard.',
  why: 'Under a name that the host was not told, readers would get its error page.',
  remedy:
    'Keep it if a server of yours serves this branch. Otherwise write the one address that the host gives.',
  ru: {
    message:
      'Хостинги, которые отдают ветку, обычно отвечают под отдельными именами, а не под «*».',
    why: 'Под именем, которого хостинг не знает, читатель увидит его страницу ошибки.',
    remedy:
      'Оставьте так, если ветку отдаёт ваш сервер. Иначе напишите один адрес, который даёт хостинг.',
  },
});

function ofPlain(entry: Entry, index: number): Finding[] {
  return (['names', 'feeds', 'passOn'] as const)
    .filter((field) => entry[field] !== undefined)
    .map((field) => ({
      code: `mirror-${field}-idle`,
      path: ['mirrors', index, field],
      at: 'key' as const,
      message: `A mirror without a “*” in its address has no use for “${field}”.`,
      remedy: 'Remove the line, or write “*” in the place of the address’s first name.',
      ru: {
        message: `Зеркалу без «*» в адресе поле «${field}» не нужно.`,
        remedy: 'Уберите строку или напишите «*» вместо первой части имени в адресе.',
      },
      example: 'address: https://*.example.net/',
    }));
}

/** Two wildcards of one domain of which one folder lies in the other: a name of one is a name of both. */
export function overlapping(mirrors: readonly Entry[]): Finding[] {
  const wildcards = mirrors.map(wildcardOf);
  return wildcards.flatMap((wildcard, index) => {
    const first = wildcards.findIndex(
      (other, at) => at < index && isNested(wildcard, other) && other !== wildcard,
    );
    if (wildcard === undefined || first === -1) return [];
    const { en, ru } = calledMirror(mirrors[first], first);
    return [
      {
        code: 'mirror-wildcard-overlap',
        path: ['mirrors', index, 'address'],
        found: shorten(mirrors[index]?.address ?? ''),
        message: `Every name of this address is one of the mirror ${en} as well.`,
        why: 'One of the two would lie in the other’s folder, and be sent and judged as a part of it.',
        remedy: 'Give it another domain, or a subdomain with a “*” of its own.',
        ru: {
          message: `Каждое имя этого адреса — также имя зеркала ${ru}.`,
          why: 'Одно из зеркал лежало бы в папке другого, и его отправляли бы и проверяли как её часть.',
          remedy: 'Дайте ему другой домен или поддомен со своей «*».',
        },
        example: 'address: https://*.news.example.net/',
      },
    ];
  });
}

const isNested = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && (one.startsWith(other) || other.startsWith(one));

/** What a mirror is called in a message. */
export const calledMirror = (
  mirror: Entry | undefined,
  index: number,
): { en: string; ru: string } =>
  mirror?.name === undefined
    ? { en: `number ${index + 1}`, ru: `номер ${index + 1}` }
    : { en: `“${shorten(mirror.name)}”`, ru: `«${shorten(mirror.name)}»` };

/** The signed list holds a bounded number of addresses (packages/release/SPEC.md, 6.5), and a wildcard may bring many. */
export function tooMany(mirrors: readonly Entry[]): Finding[] {
  const count = mirrors.reduce((sum, { names = [] }) => sum + Math.max(1, names.length), 0);
  if (count <= MIRRORS_MAX || mirrors.length > MIRRORS_MAX) return [];
  return [
    {
      code: 'mirrors-names-too-many',
      path: ['mirrors'],
      message: `The list announces ${count} addresses; it may announce ${MIRRORS_MAX}.`,
      why: 'The signed list goes to every reader’s program.',
      remedy: 'Take names out that are blocked or that nobody needs any more.',
      ru: {
        message: `Список объявляет ${count} адресов, а может — ${MIRRORS_MAX}.`,
        why: 'Подписанный список получает каждая программа читателя.',
        remedy: 'Уберите имена, которые заблокированы или больше не нужны.',
      },
    },
  ];
}
