import { shorten } from '../characters/count.ts';
import { didYouMean } from '../explain/nearest.ts';
import type { FieldPath, Finding } from '@tamizdat/problem';
import type { MirrorEntry } from '../schema/mirror.ts';
import type { Outlet } from '../schema/outlet.ts';
import { repeated } from './list-rules.ts';
import { type AddressFault, baseAddress } from './mirror-address.ts';
import { settingFindings } from './mirror-settings.ts';
import { type WildcardFault, wildcardAddress } from './wildcard.ts';
import {
  addressesOf,
  calledMirror,
  nameFindings as wildcardFindings,
  overlapping,
  tooMany,
} from './wildcard-rules.ts';
import { WILDCARD_FAULTS } from './wildcard-faults.ts';

/** All rules between the fields of a list of mirrors, of which those are given that are right. */
export function mirrorRules(
  mirrors: readonly Partial<MirrorEntry>[],
  outlet: Pick<Outlet, 'languages'> | undefined,
): Finding[] {
  const at = (index: number, field: string): FieldPath => ['mirrors', index, field];
  const each = mirrors.flatMap((mirror, index) => [
    ...nameFindings(mirror, at(index, 'name')),
    ...addressFindings(mirror, at(index, 'address')),
    ...wildcardFindings(mirror, index),
    ...settingFindings(mirror, index),
    ...languageFindings(mirror, at(index, 'languages'), outlet),
  ]);
  return [
    ...each,
    ...repeated(
      mirrors.map(({ name }, index) => name ?? `#${index}`),
      (index) => at(index, 'name'),
      { en: 'The name', ru: 'Имя' },
      'mirrors-name-repeated',
    ),
    ...sameAddress(mirrors),
    ...overlapping(mirrors),
    ...tooMany(mirrors),
    ...samePlace(mirrors),
  ];
}

function nameFindings({ name }: Partial<MirrorEntry>, path: FieldPath): Finding[] {
  if (name === undefined || !/^reserve(?:-|$)/.test(name)) return [];
  return [
    {
      code: 'mirror-name-reserve',
      path,
      found: name,
      message: `The name “${shorten(name)}” is what commands call a reserve mirror.`,
      why: 'Everybody can read this file; a reserve mirror that stands in it is none any more.',
      remedy: 'Write another name, or move the mirror to the file that TAMIZDAT_RESERVE names.',
      ru: {
        message: `Именем «${shorten(name)}» команды называют резервное зеркало.`,
        why: 'Этот файл может прочесть каждый; резервное зеркало, которое в нём стоит, больше не резервное.',
        remedy:
          'Напишите другое имя или перенесите зеркало в файл, который называет TAMIZDAT_RESERVE.',
      },
    },
  ];
}

const FAULTS: Readonly<
  Record<AddressFault | WildcardFault, Pick<Finding, 'message' | 'why' | 'remedy' | 'ru'>>
> = {
  ...WILDCARD_FAULTS,
  credentials: {
    message: 'The address holds a name or a password.',
    why: 'Everybody who reads the repository, its history or the list of mirrors would have it.',
    remedy: 'Remove what stands before “@”, and change the password: it is known now.',
    ru: {
      message: 'В адресе стоит имя или пароль.',
      why: 'Их узнал бы каждый, кто читает репозиторий, его историю или список зеркал.',
      remedy: 'Уберите то, что стоит перед «@», и смените пароль: он уже известен.',
    },
  },
  form: {
    message: 'The address is not the whole address of a website.',
    remedy: 'Write https://, the host, and the folder if there is one.',
    ru: {
      message: 'Это не полный адрес сайта.',
      remedy: 'Напишите https://, имя сайта и папку, если она есть.',
    },
  },
  'not-https': {
    message: 'The address does not begin with https://.',
    why: 'Anyone on the way could read along, and put another page in the place of ours.',
    remedy: 'Write https:// (http:// is for onion services and this machine alone).',
    ru: {
      message: 'Адрес не начинается с https://.',
      why: 'Любой по пути мог бы читать вместе с читателем и подменить нашу страницу.',
      remedy: 'Напишите https:// (http:// бывает только у onion-сервисов и у этой машины).',
    },
  },
  more: {
    message: 'The address has a “?” or “#” and what follows it.',
    remedy: 'Leave out everything from “?” or “#”.',
    ru: {
      message: 'В адресе есть «?» или «#» и что-то после.',
      remedy: 'Уберите всё, начиная с «?» или «#».',
    },
  },
  page: {
    message: 'The address names a page; a mirror is a folder.',
    remedy: 'Leave out the page’s name.',
    ru: {
      message: 'Адрес называет страницу, а зеркало — это папка.',
      remedy: 'Уберите имя страницы.',
    },
  },
  characters: {
    message: 'The address holds a character that cannot stand in a mirror’s address.',
    why: 'It is written into feeds and signed lists, where it must have one form only.',
    remedy: 'Choose a folder made of Latin letters, digits and - . _ ~ alone.',
    ru: {
      message: 'В адресе есть символ, которого в адресе зеркала быть не может.',
      why: 'Адрес попадает в ленты и подписанные списки, где он должен быть записан только одним образом.',
      remedy: 'Выберите папку только из латинских букв, цифр и - . _ ~.',
    },
  },
};

function addressFindings({ address }: Partial<MirrorEntry>, path: FieldPath): Finding[] {
  if (address === undefined) return [];
  const judged = wildcardAddress(address) ?? baseAddress(address);
  if (!('fault' in judged)) return [];
  const { fault } = judged;
  return [
    {
      code: `mirror-address-${fault}`,
      path,
      ...(fault === 'credentials' ? {} : { found: shorten(address) }),
      ...FAULTS[fault],
      example: `address: https://${fault.startsWith('wildcard') ? '*.example.net' : 'harbour.example'}/`,
    },
  ];
}

function languageFindings(
  { languages }: Partial<MirrorEntry>,
  path: FieldPath,
  outlet: Pick<Outlet, 'languages'> | undefined,
): Finding[] {
  const known = outlet?.languages.map(({ code }) => code);
  return (languages ?? []).flatMap((code, index) =>
    known === undefined || known.includes(code)
      ? []
      : [
          {
            code: 'mirror-language-unknown',
            path: [...path, index],
            found: code,
            message: `The outlet does not publish in “${code}”.`,
            remedy: `${didYouMean(code, known).en}Write one of the outlet’s languages: ${known.join(', ')}.`,
            ru: {
              message: `Издание не выходит на языке «${code}».`,
              remedy: `${didYouMean(code, known).ru}Напишите один из языков издания: ${known.join(', ')}.`,
            },
          },
        ],
  );
}

/** What each has, and that of an earlier one which has the same. */
function pairs<Value>(
  mirrors: readonly Value[],
  keyOf: (mirror: Value) => string | undefined,
): { index: number; first: number }[] {
  const seen = new Map<string, number>();
  return mirrors.flatMap((mirror, index) => {
    const key = keyOf(mirror);
    if (key === undefined) return [];
    const first = seen.get(key);
    if (first !== undefined) return [{ index, first }];
    seen.set(key, index);
    return [];
  });
}

function sameAddress(mirrors: readonly Partial<MirrorEntry>[]): Finding[] {
  const each = mirrors.flatMap((mirror, at) =>
    addressesOf(mirror).map((address) => ({ at, address })),
  );
  return pairs(each, ({ address }) => address).flatMap(({ index, first }) => {
    const { at } = each[index] ?? { at: 0 };
    const { en, ru } = calledMirror(mirrors[each[first]?.at ?? 0], each[first]?.at ?? 0);
    return [
      {
        code: 'mirror-address-repeated',
        path: ['mirrors', at, 'address'],
        found: shorten(each[index]?.address ?? ''),
        message: `The mirror ${en} has the same address.`,
        remedy: 'Remove one of them, or mend its address.',
        ru: {
          message: `У зеркала ${ru} тот же адрес.`,
          remedy: 'Уберите одно из них или исправьте его адрес.',
        },
      },
    ];
  });
}

/** Two mirrors in one place would each be sent what the other one has to replace. */
function samePlace(mirrors: readonly Partial<MirrorEntry>[]): Finding[] {
  const placeOf = (mirror: Partial<MirrorEntry>) => {
    const { kind, folder, repository, branch = 'pages', remote } = mirror;
    if (kind === 'folder') return folder?.replace(/(?<!\/)\/+$/, '');
    if (kind === 'git') return repository === undefined ? undefined : `${repository} ${branch}`;
    return kind === 'rclone' ? remote?.replace(/(?<!\/)\/+$/, '') : undefined;
  };
  return pairs(mirrors, placeOf).map(({ index, first }) => ({
    code: 'mirror-place-repeated',
    path: ['mirrors', index, 'kind'],
    message: `The mirror ${calledMirror(mirrors[first], first).en} is sent to the same place.`,
    why: 'Feeds hold the mirror’s own address, so that each would undo what the other was sent.',
    remedy: 'Give this one a place of its own, or the kind “copied” if it shows the same files.',
    ru: {
      message: `Зеркало ${calledMirror(mirrors[first], first).ru} отправляют в то же место.`,
      why: 'В лентах стоит собственный адрес зеркала, и каждая отправка портила бы другую.',
      remedy: 'Дайте этому зеркалу своё место или вид «copied», если оно показывает те же файлы.',
    },
    example: 'kind: copied',
  }));
}
