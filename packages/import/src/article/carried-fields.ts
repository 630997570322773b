import type { Carried, CarriedField } from '@tamizdat/article-schema';

/** Fields that an article brought along, in the order in which they are tried: with what this outlet may not know, without, none. */
export function carriedAttempts(carried: Carried | undefined): (Carried | undefined)[] {
  if (carried === undefined) return [undefined];
  const { series, ...others } = carried.fields;
  const attempts = [carried, ...(series === undefined ? [] : [{ ...carried, fields: others }])];
  return [...attempts, undefined];
}

/** What is put together with what the source says. */
const TOGETHER: ReadonlySet<string> = new Set([
  'title',
  'standfirst',
  'leadImage',
  'formerAddresses',
]);

/** The fields that stand in front matter as they are. */
export const plainCarried = (carried: Carried | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(carried?.fields ?? {}).filter(([name]) => !TOGETHER.has(name)));

/** A text with all of its spaces and words, where another system held fewer and nobody changed it there. */
export function wholeText(
  shown: string,
  carried: Carried | undefined,
  field: CarriedField,
): string {
  const whole = carried?.fields[field];
  if (typeof whole !== 'string') return shown;
  const plain = whole.replaceAll(/\s+/g, ' ').trim();
  const isCut = shown.endsWith('…') && plain.startsWith(shown.slice(0, -1));
  return shown === plain || isCut ? whole : shown;
}

/** Former addresses, those that it brought along first. */
export function formersOf(place: readonly string[], carried: Carried | undefined): string[] {
  const own = carried?.fields.formerAddresses;
  const texts = Array.isArray(own) ? own.filter((one) => typeof one === 'string') : [];
  return [...new Set([...texts, ...place])].slice(0, FORMER_MAX);
}

/** Of one article: see LIST_MAX of the schema. */
const FORMER_MAX = 50;

/** A lead picture with the words that it had, and none besides: another system holds its credit in the caption. */
export function leadWordsOf(
  carried: Carried | undefined,
  { file }: Readonly<Record<string, string>>,
): Record<string, unknown> | undefined {
  const lead = carried?.fields.leadImage;
  return typeof lead === 'object' && lead !== null ? { ...lead, file } : undefined;
}
