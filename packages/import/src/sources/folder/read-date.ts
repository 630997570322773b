const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const ENGLISH =
  /^(?:[a-z]{3,9},?\s{1,3})?(?:([a-z]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})|(\d{1,2})(?:st|nd|rd|th)?\s{1,3}([a-z]{3,9})\.?,?\s{1,3}(\d{4}))(?:,?\s{1,3}(\d{1,2}:\d{2}(?::\d{2})?)(?:\s?(Z|GMT|UTC|[+-]\d{2}:?\d{2}))?)?$/i;
const NUMBERS = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(.{0,40}))?$/is;

/** A date as people write it in front matter, in the form that all else here reads: `2014-05-03T10:00:00+03:00`, or without a zone. */
export function readDate(text: string): string {
  const english = ENGLISH.exec(text);
  if (english !== null) {
    const [, before, dayAfter, yearAfter, dayBefore, after, yearBefore, time, zone] = english;
    const month = MONTHS.indexOf((before ?? after ?? '').slice(0, 3).toLowerCase()) / 3 + 1;
    if (!Number.isInteger(month) || month < 1) return text;
    const day = `${yearAfter ?? yearBefore ?? ''}-${two(String(month))}-${two(dayAfter ?? dayBefore ?? '')}`;
    const zoned = zone === undefined ? '' : zone.replace(/^(?:GMT|UTC)$/i, 'Z');
    return time === undefined ? day : `${day}T${time.replace(/^(\d):/, '0$1:')}${zoned}`;
  }
  const numbers = NUMBERS.exec(text);
  if (numbers === null) return text;
  const [, year = '', month = '', day = '', hour, minute = '', rest = ''] = numbers;
  const date = `${year}-${two(month)}-${two(day)}`;
  const zone = rest.replace(/\s{0,3}(?:GMT|UTC)$/i, 'Z');
  return hour === undefined ? date : `${date}T${two(hour)}:${minute}${zone}`;
}

const two = (text: string): string => text.padStart(2, '0');
