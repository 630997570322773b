/** Signs and words of a share, and of points of one. */
const SHARE = String.raw`(?:%|‰|п\.[ \u00a0]?п\.|п\. ?[пн]\.|pp\b|p\.[ \u00a0]?p\.|процент(?:а|ов|н[а-я]{2} пункт(?:а|ов)?)?|відсот(?:ок|ки|ків)|працэнт(?:ы|аў)?|per ?cent|percentage points?|prozent(?:punkte?)?|pour cent|por ciento|por cento|per cento|procent[yů]?)`;

/** What a share is held against: “к прошлому году”, “over the year”. */
const AGAINST = String.raw`(?:к(?:о|ъм)?|до|да|по сравнению|за|г\/г|год|у порівнянні|за рік|порівняно|у параўнанні|against|vs\.?|versus|from|compared|over|year|y\/y|yoy|gegenüber|im vergleich|zum|seit|par rapport|sur un an|en un an|contre|frente|respecto|interanual|rispetto|su base|em relação|face|em comparação|w porównaniu|rok do roku|r\/r|od|do|oproti|ve srovnání|meziročně|medziročne|v porovnaní|față|göre|nisbətən|салыстырғанда|jämfört|sammenlignet|ten opzichte)`;

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
  String.raw`^[~≈]?\d[\d \u00a0\u202f.,]*[ \t\u00a0\u202f]?${SHARE}[,;:]?[ \t\u00a0]+(?:${AGAINST}|${WHEN})(?![\p{L}\p{M}])`,
  'iu',
);
