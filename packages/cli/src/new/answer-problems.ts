import {
  CORRECTION_MIN,
  SlugSchema,
  TimestampSchema,
  TITLE_MAX,
  TITLE_MIN,
} from '@tamizdat/article-schema';
import { say } from '../language/say.ts';

/** Answers that are wrong in themselves, told while a person can still change them. */
export const titleProblem = (title: string): string | undefined => {
  const length = Array.from(title).length;
  if (length < TITLE_MIN || length > TITLE_MAX) {
    return say({
      en: `A headline has ${TITLE_MIN} to ${TITLE_MAX} characters; this one has ${length}.`,
      ru: `В заголовке от ${TITLE_MIN} до ${TITLE_MAX} символов; в этом — ${length}.`,
    });
  }
  return title.endsWith('.')
    ? say({
        en: 'A headline has no full stop at its end.',
        ru: 'Точку в конце заголовка не ставят.',
      })
    : undefined;
};

export const slugProblem = (slug: string): string | undefined =>
  slug === '' || SlugSchema.safeParse(slug).success
    ? undefined
    : say({
        en: 'Use lower-case Latin letters, digits and single hyphens, such as harbour-lights.',
        ru: 'Возьмите строчные латинские буквы, цифры и одиночные дефисы, например harbour-lights.',
      });

export const timeProblem = (time: string): string | undefined =>
  time === '' || TimestampSchema.safeParse(time).success
    ? undefined
    : say({
        en: 'Write date, time and time zone, such as 2026-11-22T09:30:00+02:00.',
        ru: 'Напишите дату, время и часовой пояс, например 2026-11-22T09:30:00+02:00.',
      });

export const addressProblem = (address: string): string | undefined =>
  address.startsWith('https://') && URL.canParse(address)
    ? undefined
    : say({
        en: 'Write a whole address, such as https://example.org/story.',
        ru: 'Напишите адрес целиком, например https://example.org/story.',
      });

export const correctionProblem = (text: string): string | undefined =>
  Array.from(text).length >= CORRECTION_MIN
    ? undefined
    : say({
        en: `Say what was wrong and what is right, in ${CORRECTION_MIN} characters or more.`,
        ru: `Скажите, что было неверно и как верно; не короче ${CORRECTION_MIN} символов.`,
      });
