import { articleAddress, type Content, visibilityOf } from '@tamizdat/archive';

/** What a release must know of the build that its tree comes from. */
export interface DescribedBuild {
  /** RFC 3339 in UTC, to the second. */
  clock: string;
  /** The outlet's own base address, with a slash at its end. */
  origin: string;
  /** Of the keys that readers are told to expect, where the outlet says it. */
  fingerprint?: string;
  /** Whether the tree shows drafts and what is yet to come. */
  preview: boolean;
  /** Pages that stand where an article was, by address: a notice that it was withdrawn, or that something was removed. */
  takenBack: Record<string, 'notice' | 'tombstone'>;
}

/** Describes the build of some content at a clock. */
export function describeBuild(
  { outlet, articles }: Pick<Content, 'outlet' | 'articles'>,
  clock: string,
  preview: boolean,
): DescribedBuild {
  const seen = articles.map(
    (article) => [articleAddress(article.address), visibilityOf(article, clock, preview)] as const,
  );
  const takenBack = seen.filter(
    (one): one is readonly [string, 'notice' | 'tombstone'] =>
      one[1] === 'notice' || one[1] === 'tombstone',
  );
  return {
    clock: new Date(clock).toISOString().replace('.000Z', 'Z'),
    origin: outlet.origin.endsWith('/') ? outlet.origin : `${outlet.origin}/`,
    preview,
    ...(outlet.rootFingerprint === undefined ? {} : { fingerprint: outlet.rootFingerprint }),
    takenBack: Object.fromEntries(takenBack.sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}
