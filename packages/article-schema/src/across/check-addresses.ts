import type { ArticleAddress } from '../schema/article.ts';
import type { AcrossFinding, ContentOutline } from './check-across.ts';

const addressOf = ({ lang, year, month, day, slug }: ArticleAddress): string =>
  `${lang}/${year}/${month}/${day}/${slug}`;

/** Pages every language has, beside its fixed pages. */
const OWN_PAGES = ['index', 'archive', 'corrections', 'search', 'feeds'];

interface Claim {
  path: string;
  /** Position in `formerAddresses`; absent for the article's own address. */
  former?: number;
}

/** No address, former or present, leads to two things. */
export function checkAddresses(content: ContentOutline): AcrossFinding[] {
  const { articles, pages, outlet } = content;
  const taken = new Map<string, string>([
    ...pages.map(({ lang, slug }) => [`${lang}/${slug}`, `pages/${lang}/${slug}.md`] as const),
    ...(outlet?.languages ?? []).flatMap(({ code }) =>
      OWN_PAGES.map((name) => [`${code}/${name}`, 'a page of the site'] as const),
    ),
  ]);
  const claims = new Map<string, Claim[]>();
  const claim = (address: string, by: Claim) => {
    claims.set(address, [...(claims.get(address) ?? []), by]);
  };
  for (const { path, address } of articles) if (address) claim(addressOf(address), { path });
  for (const { path, formerAddresses } of articles) {
    formerAddresses?.forEach((address, former) => {
      claim(address, { path, former });
    });
  }
  return [
    ...[...claims].flatMap(([address, holders]) => collisions(address, holders, taken)),
    ...takenNames(content),
  ];
}

/** A fixed page cannot stand where every edition has a page of the site's own. */
function takenNames({ pages }: Pick<ContentOutline, 'pages'>): AcrossFinding[] {
  return pages
    .filter(({ slug }) => OWN_PAGES.includes(slug))
    .map(({ lang, slug }) => ({
      path: `pages/${lang}/${slug}.md`,
      finding: {
        code: 'page-name-taken',
        path: [],
        found: slug,
        message: `The address “${lang}/${slug}” already leads to a page of the site.`,
        remedy: 'Give the file another name.',
        example: `${lang}/our-${slug}.md`,
      },
    }));
}

function collisions(
  address: string,
  holders: readonly Claim[],
  taken: ReadonlyMap<string, string>,
): AcrossFinding[] {
  const [first, ...others] = holders;
  const page = taken.get(address);
  if (first === undefined) return [];
  const clashing = page === undefined ? others : holders;
  return clashing.map((holder) => collision(address, holder, page ?? first.path));
}

function collision(address: string, holder: Claim, other: string): AcrossFinding {
  const own = holder.former === undefined;
  const itself = other === holder.path;
  return {
    path: holder.path,
    finding: {
      code: own ? 'address-taken' : 'former-address-taken',
      path: own ? [] : ['formerAddresses', holder.former ?? 0],
      found: address,
      message: itself
        ? `The former address “${address}” is the article’s own address.`
        : `The address “${address}” already leads to ${other}.`,
      remedy: own
        ? 'Give the folder another name.'
        : 'Remove it from the list, or change the other’s address.',
    },
  };
}
