import type { ArticleRule } from './rule.ts';

/** “U.S.”, “т.д.”; a word of one letter, or of consonants alone, such as “St.”, “Blvd.”, “стр.”, “гг.”. */
const ABBREVIATION =
  /\p{L}\.\s?\p{L}\.$|(?<!\p{L})(?:\p{L}|[b-df-hj-np-tv-xzбвгджзйклмнпрстфхцчшщ]{2,5})\.$/iu;
/** Other words that are written short, by languages. */
const SHORT = new RegExp(
  `(?<!\\p{L})(?:${[
    'Ave Inc Co Corp Jr Sr Dr vs etc Gov Gen Sen Rep Univ Dept Est Jan Feb Aug Sept Oct Nov Dec a\\.m p\\.m',
    'тыс руб коп им ул обл пос пл пер пр просп наб др долл чел кв корп ред изд акад проф',
    'грн вул обл ін ім тис буд вул',
    'Str usw bzw Jh Mio Mrd ca evtl',
    'ul godz tys im itd itp prof',
    'av etc env janv févr apr J\\.-C',
    'UU Sra Dra Cía Ltda etc núm',
  ]
    .join(' ')
    .replaceAll(' ', '|')})\\.$`,
  'iu',
);

const isShort = (title: string): boolean => [ABBREVIATION, SHORT].some((form) => form.test(title));

/** Headlines end without a full stop. */
export const titleRule: ArticleRule = ({ title }) => {
  if (title === undefined || !/[^.]\.$/.test(title) || isShort(title)) return [];
  return [
    {
      code: 'title-full-stop',
      path: ['title'],
      found: title,
      message: 'The title ends with a full stop.',
      remedy: 'Remove the full stop.',
      ru: {
        message: 'Заголовок кончается точкой.',
        remedy: 'Уберите точку.',
      },
      example: `title: "${title.slice(0, -1)}"`,
    },
  ];
};
