import type { Noted, PartDigests, Reads } from '@tamizdat/archive';
import type { TierFacts } from '@tamizdat/search';

/** What something that was made for the tree consists of. */
interface Parts {
  /** Paths in the tree, of files that nothing else makes. */
  files: string[];
  /** Names of pictures and recordings that have to be in the tree too; others may need the same. */
  pictures: string[];
  /** Of the search: what a tier is told to hold, or all tiers of an edition, newest first. */
  tiers?: readonly TierFacts[];
}

/** Something that was just made. */
export interface Made extends Parts {
  /** What was asked of the archive for it. */
  reads: Reads;
}

/** The same as a record keeps it. */
export interface Kept extends Parts {
  /** What was asked for it: places in the record's list of questions. Most pages ask what others ask too. */
  asked: readonly number[];
}

/** What a rendering noted, for the next one: every question that was asked, each once. */
export interface RenderRecord extends Noted {
  /** By the task's key. */
  made: Map<string, Kept>;
}

/** What is noted before the first rendering. */
export const NOTHING_NOTED: Noted = { questions: [], answers: [], parts: {} };

/**
 * Gathers what was made into a record, and what stands as it was made before. What nothing asks any more is left out.
 * @param parts Digests of what all of it was made of.
 * @param before The record that what stands is of.
 */
export function buildRecord(
  made: ReadonlyMap<string, Made | Kept>,
  parts: PartDigests,
  before?: RenderRecord,
): RenderRecord {
  const list = new QuestionList(before);
  const kept = new Map<string, Kept>();
  for (const [key, one] of made) {
    if ('reads' in one) continue;
    const { files, pictures, tiers } = one;
    const asked = one.asked.map((place) => list.move(place));
    kept.set(key, { files, pictures, asked, ...(tiers && { tiers }) });
  }
  for (const [key, one] of made) {
    if (!('reads' in one)) continue;
    const { files, pictures, reads, tiers } = one;
    const asked = [...reads].map(([question, answer]) => list.placeOf(question, answer));
    kept.set(key, { files, pictures, asked, ...(tiers && { tiers }) });
  }
  return { questions: list.questions, answers: list.answers, parts, made: kept };
}

/** Questions with their answers, each in one place. */
class QuestionList {
  readonly questions: string[] = [];
  readonly answers: string[] = [];
  readonly #before: Noted | undefined;
  /** Where questions of the record before stand now. */
  readonly #moved: number[] = [];
  #places: Map<string, number> | undefined;

  constructor(before: Noted | undefined) {
    this.#before = before;
  }

  /** Takes a question over from the record before, where each stands once: before any that is asked now. */
  move(place: number): number {
    return (this.#moved[place] ??= this.#add(
      this.#before?.questions[place] ?? '',
      this.#before?.answers[place] ?? '',
    ));
  }

  placeOf(question: string, answer: string): number {
    this.#places ??= new Map(this.questions.map((each, place) => [each, place]));
    const known = this.#places.get(question);
    if (known !== undefined) return known;
    const place = this.#add(question, answer);
    this.#places.set(question, place);
    return place;
  }

  #add(question: string, answer: string): number {
    this.answers.push(answer);
    return this.questions.push(question) - 1;
  }
}

type Written = [
  key: string,
  files: string[],
  pictures: string[],
  asked: readonly number[],
  tiers?: readonly TierFacts[],
];

/** A record as JSON. */
export function serialiseRecord({ questions, answers, parts, made }: RenderRecord): string {
  const written = [...made].map(([key, { files, pictures, asked, tiers }]): Written =>
    tiers ? [key, files, pictures, asked, tiers] : [key, files, pictures, asked],
  );
  return JSON.stringify({ questions, answers, parts, made: written });
}

/** Reads what {@link serialiseRecord} wrote; undefined where it is something else. */
export function parseRecord(text: string): RenderRecord | undefined {
  try {
    const { questions, answers, parts, made } = JSON.parse(text) as Noted & { made: Written[] };
    if (![questions, answers].every(Array.isArray) || questions.length !== answers.length)
      return undefined;
    const record: RenderRecord = { questions, answers, parts: { ...parts }, made: new Map() };
    for (const [key, files, pictures, asked, tiers] of made) {
      if (![files, pictures, asked].every(Array.isArray)) return undefined;
      if (!asked.every((place) => questions[place] !== undefined)) return undefined;
      const kept = { files, pictures, asked };
      record.made.set(key, tiers ? { ...kept, tiers: tiers.map(copyFacts) } : kept);
    }
    return record;
  } catch {
    return undefined;
  }
}

/** @throws TypeError where they are something else */
function copyFacts({ key, documents, since, hash, filters }: TierFacts): TierFacts {
  const { section, author, year } = filters;
  const copies = { section: [...section], author: [...author], year: [...year] };
  return { key, documents, since, hash, filters: copies };
}
