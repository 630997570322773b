/** Signs and words of a share, and of points of one. */
const SHARE = String.raw`(?:%|‰|п\.[ \u00a0]?п\.|п\. ?[пн]\.|pp\b|p\.[ \u00a0]?p\.|процент(?:а|ов|н[а-я]{2} пункт(?:а|ов)?)?|відсот(?:ок|ки|ків)|працэнт(?:ы|аў)?|per ?cent|percentage points?|prozent(?:punkte?)?|pour cent|por ciento|por cento|per cento|procent[yů]?)`;

/** What only a share that changed is held against: “к прошлому году”, “compared with May”. */
const AGAINST = String.raw`(?:к(?:о|ъм)?|по сравнению|г\/г|у порівнянні|порівняно|у параўнанні|vs\.?|versus|compared|y\/y|yoy|gegenüber|im vergleich|seit|par rapport|sur un an|en un an|interanual|rispetto|su base|em relação|em comparação|w porównaniu|rok do roku|r\/r|oproti|ve srovnání|meziročně|medziročne|v porovnaní|göre|nisbətən|салыстырғанда|jämfört|sammenlignet|ten opzichte)`;
/** Words that say so before a time alone: “62 % за Иванова” and “20 % from taxes” are shares of a whole. */
const SINCE = String.raw`(?:(?:за|до|да|from|over|against|contre|frente|respecto|od|do|față|zum)[ \u00a0](?:the |a |an |one |last |previous |l.|un |o )?(?:\d{4}|год|рік|месяц|місяць|недел[юи]|тиждень|сутки|день|добу|квартал|полгода|послед|прошл|предыдущ|перв|минул|year|month|week|quarter|january|february|march|april|may|june|july|august|september|october|november|december|last|previous|earlier|vorjahr|vormonat|an|année|mois|año|mes|rok|miesi|měsíc|anul)[\p{L}]*|year[- ](?:on|over|to)[- ]year)`;

/** Days of the week, months and other times, as they stand behind “in” and “on”. */
const TIMES = [
  'понедельник вторник среду четверг пятницу субботу воскресенье январе феврале марте апреле мае июне июле августе',
  'сентябре октябре ноябре декабре понеділок вівторок середу четвер п.ятницю суботу неділю січні лютому березні квітні',
  'травні червні липні серпні вересні жовтні листопаді грудні',
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august',
  'september october november december the.year the.month the.week the.day the.quarter',
  'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember',
  'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre',
  'novembre décembre',
].flatMap((line) => line.split(' '));

/** When something changed by a share: “в понедельник”, “in May”, “в третьем квартале”. How much of a place it is is told otherwise. */
const WHEN = String.raw`(?:во?|у|ў|in|on|im|am|en|le)[ \u00a0](?:${TIMES.join('|')}|[\p{L}\d-]{1,12} (?:квартале|кварталі|году|році|quarter))`;

/** A number that says by what share something changed. */
export const SHARE_CHANGED = new RegExp(
  String.raw`^[~≈]?\d[\d \u00a0\u202f.,]*[ \t\u00a0\u202f]?${SHARE}[,;:]?[ \t\u00a0]+(?:${AGAINST}|${SINCE}|${WHEN})(?![\p{L}\p{M}])`,
  'iu',
);
