import type { ArticleRule } from './rule.ts';

/**
 * “U.S.”, “т. д.”, “ж.-д.”; a word of one letter, or of consonants alone, such as “St.”, “Blvd.”, “стр.”, “гг.”; a street
 * in German.
 */
const ABBREVIATION =
  /\p{L}\.[\s-]?\p{L}{1,2}\.$|(?<!\p{L})(?:\p{L}|[b-df-hj-np-tv-xzбвгджзйклмнпрстфхцчшщ]{2,5})\.$|\p{L}str\.$/iu;
/** Other words that are written short, by languages. */
const SHORT = new RegExp(
  `(?<!\\p{L})(?:${[
    'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Wis Wyo Ont Que Alta',
    'Ave Inc Co Corp Jr Sr Dr vs etc al Gov Gen Sen Rep Univ Dept Est Jan Feb Apr Aug Sept Oct Nov Dec a\\.m p\\.m',
    'min sec hrs oz yr yrs approx vol fig Rev Hon Maj Col Cpl Capt Adm Prof Pres Assn Bros',
    'тыс руб коп им ул обл пос пл пер пр просп наб др долл чел кв корп ред изд акад проф',
    'мин сек мес нед эт зам нач зав ген полк подп лейт адм рис табл прим сост напр соч вып тел отд дер респ шт ед экз илл бул',
    'янв февр апр авг сент окт нояб дек англ нем лат проц куб пог гос пом',
    'грн вул обл ін ім тис буд вул хв год хвил див січ лют бер квіт трав черв лип серп верес жовт лист груд',
    'інш гадз вобл праф',
    'Str usw bzw Jh Mio Mrd ca evtl Std Min Sek Nr Abs Kap Aufl Hrsg Ing Dipl jun ggf inkl exkl zzgl gem Tsd Tel Jan Okt Dez Art',
    'ul godz tys im itd itp prof al min sek ok inż św pow woj zob por np proc płk ppłk mjr hab',
    'např atd apod hod čís nám resp tis mil ulice roč napr atď tzv',
    'av etc env janv févr avr juill sept oct nov déc J\\.-C éd chap vol ex',
    'UU Sra Dra Cía Ltda etc núm pág págs aprox Avda Gral Lic seg máx mín Ud Uds',
    'ecc sig dott avv geom pag pagg tel séc Eng',
    'Doç Yrd mah cad sok apt bkz örn Alb Org osv enz bijv resp kl jne esim klo aprox nr dl',
    'лв вж нпр итд итн бр дин κλπ λπ χιλ εκ',
  ]
    .join(' ')
    .replaceAll(' ', '|')})\\.$`,
  'iu',
);
/** Numbers of these languages have a full stop where they say which of a row: “am 3.”, “Kaiser Wilhelm II.” */
const ORDINAL = /(?:\d{1,2}|(?<!\p{L})[IVXLC]{1,6})\.$/u;
const ORDINALS: ReadonlySet<string> = new Set(
  'de lb cs sk pl hu fi et lv da nb nn no is fo hr sr bs sl me tr az eu hsb dsb'.split(' '),
);

const isShort = (title: string, lang = ''): boolean =>
  [ABBREVIATION, SHORT].some((form) => form.test(title)) ||
  (ORDINALS.has(lang.split('-')[0] ?? '') && ORDINAL.test(title));

/** Headlines end without a full stop. */
export const titleRule: ArticleRule = ({ title, lang }) => {
  if (title === undefined || !/[^.]\.$/.test(title) || isShort(title, lang)) return [];
  return [
    {
      code: 'title-full-stop',
      severity: 'warning',
      path: ['title'],
      found: title,
      message: 'The title ends with a full stop.',
      remedy: 'Remove the full stop, unless it belongs to an abbreviation.',
      ru: {
        message: 'Заголовок кончается точкой.',
        remedy: 'Уберите точку, если это не сокращение.',
      },
      example: `title: "${title.slice(0, -1)}"`,
    },
  ];
};
