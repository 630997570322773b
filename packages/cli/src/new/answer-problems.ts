import {
  CORRECTION_MIN,
  SlugSchema,
  TimestampSchema,
  TITLE_MAX,
  TITLE_MIN,
} from '@tamizdat/article-schema';

/** Answers that are wrong in themselves, told while a person can still change them. */
export const titleProblem = (title: string): string | undefined => {
  const length = Array.from(title).length;
  if (length < TITLE_MIN || length > TITLE_MAX) {
    return `A headline has ${TITLE_MIN} to ${TITLE_MAX} characters; this one has ${length}.`;
  }
  return title.endsWith('.') ? 'A headline has no full stop at its end.' : undefined;
};

export const slugProblem = (slug: string): string | undefined =>
  slug === '' || SlugSchema.safeParse(slug).success
    ? undefined
    : 'Use lower-case Latin letters, digits and single hyphens, such as harbour-lights.';

export const timeProblem = (time: string): string | undefined =>
  time === '' || TimestampSchema.safeParse(time).success
    ? undefined
    : 'Write date, time and time zone, such as 2026-11-22T09:30:00+02:00.';

export const addressProblem = (address: string): string | undefined =>
  address.startsWith('https://') && URL.canParse(address)
    ? undefined
    : 'Write a whole address, such as https://example.org/story.';

export const correctionProblem = (text: string): string | undefined =>
  Array.from(text).length >= CORRECTION_MIN
    ? undefined
    : `Say what was wrong and what is right, in ${CORRECTION_MIN} characters or more.`;
