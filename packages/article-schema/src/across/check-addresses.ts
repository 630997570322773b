import { shorten } from '../characters/count.ts';
import { deviceFindings } from '../rules/device-names.ts';
import { fieldName, type FieldPath, type Finding, type InBoth } from '@tamizdat/problem';
import type { ArticleAddress } from '../schema/article.ts';
import type { AcrossFinding, ContentOutline } from './check-across.ts';
import { type Former, listFormers } from './list-formers.ts';

/** Who says that an address is its own. */
interface Claim {
  path: string;
  /** Where a former address is written; absent for the own address of an article or a fixed page. */
  former?: FieldPath;
  /** Of a list, which may have stood at an address of the kit’s own under another id. */
  isOfList?: boolean;
}

/** No address, former or present, leads to two things. Addresses are without “.html”. */
export function checkAddresses(content: ContentOutline): AcrossFinding[] {
  const reserved = content.reserved ?? (() => undefined);
  const { outlet, authors = [], pages } = content;
  const formers = listFormers({ outlet, authors, pages });
  return [
    ...takenNames(pages, reserved),
    ...formers.flatMap(deviceNames),
    ...[...claimsOf(content, formers)].flatMap(([address, claims]) => {
      const standing = claims.filter(({ former }) => former === undefined);
      const former = claims.filter((claim) => claim.former !== undefined);
      return [
        ...standing.slice(1).map((claim) => addressTaken(address, claim, standing[0])),
        ...former.flatMap((claim, index) =>
          formerAddress(address, claim, {
            // Asked for where it is needed: there are as many addresses as articles.
            owner: reserved(address, claim.isOfList),
            standing: standing[0],
            earlier: former[index - 1],
          }),
        ),
      ];
    }),
  ];
}

/** Who claims which address; first those where something stands, then the former ones. */
function claimsOf(
  { articles, pages }: ContentOutline,
  formers: readonly Former[],
): Map<string, Claim[]> {
  const claims = new Map<string, Claim[]>();
  const claim = (address: string, by: Claim) => {
    const others = claims.get(address);
    if (others === undefined) claims.set(address, [by]);
    else others.push(by);
  };
  for (const { lang, slug } of pages) claim(`${lang}/${slug}`, { path: pagePath(lang, slug) });
  for (const { path, address } of articles) if (address) claim(addressOf(address), { path });
  for (const { path, formerAddresses } of articles) {
    formerAddresses?.forEach((address, former) => {
      claim(address, { path, former: ['formerAddresses', former] });
    });
  }
  for (const { address, path, field, kind } of formers)
    claim(address, { path, former: field, isOfList: kind !== 'page' && kind !== 'edition' });
  return claims;
}

/** Every part of a former address can be a file's name. */
const deviceNames = ({ address, path, field }: Former): AcrossFinding[] =>
  address
    .split('/')
    .flatMap((part) => deviceFindings(part, field, `${part}-news`))
    .map((finding) => ({ path, finding }));

const addressOf = ({ lang, year, month, day, slug }: ArticleAddress): string =>
  `${lang}/${year}/${month}/${day}/${slug}`;

const pagePath = (lang: string, slug: string): string => `pages/${lang}/${slug}.md`;

/** A fixed page cannot stand where the site has a page of its own, or will have one. */
function takenNames(
  pages: ContentOutline['pages'],
  reserved: NonNullable<ContentOutline['reserved']>,
): AcrossFinding[] {
  return pages.flatMap(({ lang, slug }) => {
    const owner = reserved(`${lang}/${slug}`);
    // Its text stands on the page about support, whose address it has.
    if (owner === undefined || slug === 'support') return [];
    return [
      {
        path: pagePath(lang, slug),
        finding: {
          code: 'page-name-taken',
          path: [],
          found: slug,
          message: `The address “${lang}/${slug}” is kept for ${owner.en}.`,
          remedy: 'Give the file another name.',
          ru: {
            message: `Адрес «${lang}/${slug}» занят: там ${owner.ru}.`,
            remedy: 'Назовите файл иначе.',
          },
          example: `content/pages/${lang}/our-${slug}.md`,
        },
      },
    ];
  });
}

function addressTaken(address: string, { path }: Claim, other: Claim | undefined): AcrossFinding {
  return {
    path,
    finding: {
      code: 'address-taken',
      path: [],
      found: address,
      message: `The address “${address}” already leads to ${other?.path ?? ''}.`,
      remedy: 'Give the folder another name.',
      ru: {
        message: `По адресу «${address}» уже стоит ${other?.path ?? ''}.`,
        remedy: 'Назовите папку иначе.',
      },
    },
  };
}

/** What else is at a former address. */
interface Rivals {
  owner: InBoth | undefined;
  standing: Claim | undefined;
  earlier: Claim | undefined;
}

function formerAddress(address: string, claim: Claim, rivals: Rivals): AcrossFinding[] {
  const finding = formerFinding(address, claim, rivals);
  if (finding === undefined) return [];
  const path = claim.former ?? [];
  return [{ path: claim.path, finding: { ...finding, path, found: shorten(address) } }];
}

function formerFinding(
  address: string,
  claim: Claim,
  { owner, standing, earlier }: Rivals,
): Omit<Finding, 'path'> | undefined {
  if (owner !== undefined) return keptAddress(address, owner);
  if (standing?.path === claim.path) return ownAddress(address);
  if (standing !== undefined) return takenAddress(address, standing.path);
  if (earlier !== undefined) return writtenTwice(address, claim, earlier);
  return /(?:^|\/)index$/.test(address) ? INDEX : undefined;
}

type Told = Omit<Finding, 'path'>;

const keptAddress = (address: string, owner: InBoth): Told => ({
  code: 'former-address-taken',
  message: `The address “${address}” is kept for ${owner.en}.`,
  remedy: 'Remove it from the list: nothing can lead on from there.',
  ru: {
    message: `Адрес «${address}» занят: там ${owner.ru}.`,
    remedy: 'Уберите его из списка: вести оттуда дальше нельзя.',
  },
});

const ownAddress = (address: string): Told => ({
  code: 'former-address-taken',
  message: `The former address “${address}” is the page’s own address.`,
  remedy: 'Remove it from the list.',
  ru: {
    message: `Прежний адрес «${address}» — это нынешний адрес самой страницы.`,
    remedy: 'Уберите его из списка.',
  },
});

const takenAddress = (address: string, by: string): Told => ({
  code: 'former-address-taken',
  message: `The address “${address}” already leads to ${by}.`,
  remedy: 'Remove it from the list, or change the other’s address.',
  ru: {
    message: `По адресу «${address}» уже стоит ${by}.`,
    remedy: 'Уберите его из списка или измените адрес того, что там стоит.',
  },
});

function writtenTwice(address: string, claim: Claim, earlier: Claim): Omit<Finding, 'path'> {
  const last = earlier.former?.at(-1);
  const number = (typeof last === 'number' ? last : 0) + 1;
  const isSameList =
    earlier.path === claim.path &&
    String(earlier.former?.slice(0, -1)) === String(claim.former?.slice(0, -1));
  if (isSameList) {
    return {
      code: 'former-addresses-repeated',
      message: `The former address “${address}” stands in the list twice: it is also entry ${number}.`,
      remedy: 'Keep one of them.',
      ru: {
        message: `Прежний адрес «${address}» стоит в списке дважды: это и запись ${number}.`,
        remedy: 'Оставьте что-то одно.',
      },
    };
  }
  const where = { en: placeOf(earlier, 'entry'), ru: placeOf(earlier, 'запись') };
  return {
    code: 'former-address-twice',
    message: `The former address “${address}” is also one of ${where.en}.`,
    why: 'An address can lead on to one page only.',
    remedy: 'Keep it with what stood there, and remove it from the other.',
    ru: {
      message: `Прежний адрес «${address}» есть и у ${where.ru}.`,
      why: 'С одного адреса можно вести только к одной странице.',
      remedy: 'Оставьте его у того, что там стояло, и уберите у другого.',
    },
  };
}

/** `articles/…/index.md (entry 1)`, `outlet.yaml (tags[2].formerAddresses.en, entry 1)`. */
function placeOf({ path, former = [] }: Claim, entry: string): string {
  const last = former.at(-1);
  const list = former.length > 2 ? `${fieldName(former.slice(0, -1))}, ` : '';
  return `${path} (${list}${entry} ${(typeof last === 'number' ? last : 0) + 1})`;
}

const INDEX: Omit<Finding, 'path'> = {
  code: 'former-address-index',
  message: 'A former address cannot end in “index”.',
  why: 'Such a page is the index of its folder, which stands for the folder’s own address.',
  remedy: 'Leave “/index” out: most hosts answer the folder’s address with that page as well.',
  ru: {
    message: 'Прежний адрес не может кончаться на «index».',
    why: 'Такая страница — указатель своей папки, и стоит она по адресу самой папки.',
    remedy: 'Уберите «/index»: на адрес папки большинство серверов ответят той же страницей.',
  },
  example: 'formerAddresses: [en/2019/11/harbour-lights]',
};
