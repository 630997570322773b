/** ISO 639-3 of languages by their shorter code (ISO 639-1): ZIM knows languages by three letters. */
const LONG = new Map(
  'am:amh ar:ara az:aze ba:bak be:bel bg:bul bn:ben bs:bos ca:cat ce:che cs:ces cv:chv da:dan de:deu el:ell en:eng es:spa et:est fa:fas fi:fin fr:fra he:heb hi:hin hr:hrv hu:hun hy:hye id:ind it:ita ja:jpn ka:kat kk:kaz ko:kor ku:kur kv:kom ky:kir lt:lit lv:lav mk:mkd mn:mon my:mya nl:nld no:nor os:oss pl:pol ps:pus pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam tg:tgk th:tha ti:tir tk:tuk tr:tur tt:tat ug:uig uk:ukr ur:urd uz:uzb vi:vie yi:yid zh:zho'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** A language as ZIM names it; `und` where it has no name of three letters that is known here. @param lang BCP 47 */
export function zimLanguage(lang: string): string {
  const [primary = ''] = lang.toLowerCase().split('-');
  return LONG.get(primary) ?? (/^[a-z]{3}$/.test(primary) ? primary : 'und');
}
