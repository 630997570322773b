import type { Reads } from '@tamizdat/archive';
import type { TierFacts } from '@tamizdat/search';

/** Something that was made for the tree. */
export interface Made {
  /** Paths in the tree, of files that nothing else makes. */
  files: string[];
  /** Names of pictures and recordings that have to be in the tree too; others may need the same. */
  pictures: string[];
  /** What was asked of the archive for it. */
  reads: Reads;
  /** Of the search: what a tier is told to hold, or all tiers of an edition, newest first. */
  tiers?: readonly TierFacts[];
}

/** What a rendering noted, for the next one. */
export interface RenderRecord {
  /** Every question that was asked, with the digest of its answer. */
  answers: Reads;
  /** By the task's key. */
  made: Map<string, Made>;
}

/** Gathers what was made into a record. */
export function buildRecord(made: Map<string, Made>): RenderRecord {
  const answers: Reads = new Map();
  for (const { reads } of made.values())
    for (const [question, answer] of reads) answers.set(question, answer);
  return { answers, made };
}

type Written = [
  key: string,
  files: string[],
  pictures: string[],
  reads: number[],
  tiers?: readonly TierFacts[],
];

/** A record as JSON: each question once. */
export function serialiseRecord({ answers, made }: RenderRecord): string {
  const places = new Map([...answers.keys()].map((question, place) => [question, place]));
  const written = [...made].map(([key, { files, pictures, reads, tiers }]): Written => {
    const asked = [...reads.keys()].map((question) => places.get(question) ?? -1);
    return tiers ? [key, files, pictures, asked, tiers] : [key, files, pictures, asked];
  });
  return JSON.stringify({ answers: [...answers], made: written });
}

/** Reads what {@link serialiseRecord} wrote; undefined where it is something else. */
export function parseRecord(text: string): RenderRecord | undefined {
  try {
    const { answers, made } = JSON.parse(text) as { answers: [string, string][]; made: Written[] };
    const record: RenderRecord = { answers: new Map(answers), made: new Map() };
    for (const [key, files, pictures, places, tiers] of made) {
      const reads = new Map(places.map((place) => entryOf(answers, place)));
      const kept = { files: [...files], pictures: [...pictures], reads };
      record.made.set(key, tiers ? { ...kept, tiers: tiers.map(copyFacts) } : kept);
    }
    return record;
  } catch {
    return undefined;
  }
}

function entryOf(answers: readonly [string, string][], place: number): [string, string] {
  const entry = answers[place];
  if (entry === undefined) throw new RangeError('a record names a question that it does not hold');
  return entry;
}

/** @throws TypeError where they are something else */
function copyFacts({ key, documents, since, hash, filters }: TierFacts): TierFacts {
  const { section, author, year } = filters;
  const copies = { section: [...section], author: [...author], year: [...year] };
  return { key, documents, since, hash, filters: copies };
}
