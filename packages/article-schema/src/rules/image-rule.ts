import type { Finding } from '@tamizdat/problem';
import type { LeadImage as WholeLeadImage } from '../schema/article.ts';
import type { ArticleRule } from './rule.ts';

type LeadImage = Partial<WholeLeadImage>;

/** The lead image is described, or said to tell nothing; never both, and never by its caption. */
export const imageRule: ArticleRule = ({ leadImage }) =>
  leadImage === undefined
    ? []
    : [altMissing, altWithDecorative, altIsCaption].flatMap((rule) => rule(leadImage));

function altMissing({ alt, decorative }: LeadImage): Finding[] {
  if (alt !== undefined || decorative === true) return [];
  return [
    {
      code: 'lead-image-alt-missing',
      path: ['leadImage', 'alt'],
      message: 'The lead image has no description (alt).',
      why: 'Screen readers read it out, and it stands where the image does not load.',
      remedy: 'Say what the image shows, or write “decorative: true” where it tells nothing.',
      ru: {
        message: 'У главной картинки нет описания (alt).',
        why: 'Его читает вслух экранный диктор, и оно видно, когда картинка не загрузилась.',
        remedy:
          'Скажите, что на картинке, или напишите «decorative: true», если она ничего не сообщает.',
        example: 'alt: Портовый кран ночью, подсвеченный снизу',
      },
      example: 'alt: A harbour crane lit from below at night',
    },
  ];
}

function altWithDecorative({ alt, decorative }: LeadImage): Finding[] {
  if (alt === undefined || decorative !== true) return [];
  return [
    {
      code: 'lead-image-alt-and-decorative',
      path: ['leadImage', 'decorative'],
      message: 'The lead image has a description (alt) and is called decorative.',
      remedy: 'Keep “alt” where the image tells something, else “decorative: true”.',
      ru: {
        message: 'У главной картинки есть описание (alt), и она же названа украшением.',
        remedy: 'Оставьте «alt», если картинка что-то сообщает, иначе «decorative: true».',
      },
    },
  ];
}

function altIsCaption({ alt, caption }: LeadImage): Finding[] {
  if (alt === undefined || caption === undefined || words(alt) !== words(caption)) return [];
  return [
    {
      code: 'lead-image-alt-repeats-caption',
      path: ['leadImage', 'alt'],
      found: alt,
      message: 'The description (alt) repeats the caption.',
      why: 'Those who do not see the image would hear the same sentence twice and still not know what it shows.',
      remedy: 'Say what is to be seen; the caption says what it means.',
      ru: {
        message: 'Описание (alt) повторяет подпись под картинкой.',
        why: 'Кто не видит картинку, услышит одно и то же дважды и так и не узнает, что на ней.',
        remedy: 'В описании скажите, что видно; подпись говорит, что это значит.',
        example: 'alt: Портовый кран ночью, подсвеченный снизу',
      },
      example: 'alt: A harbour crane lit from below at night',
    },
  ];
}

const words = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
