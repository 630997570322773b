/** A rule for a text: its name in findings, and whether a value keeps it. */
export interface ValueRule {
  rule: string;
  holds: (value: string) => boolean;
}

/** A rule with an expression that the whole value must match. */
function matches(rule: string, expression: RegExp): ValueRule {
  return { rule, holds: (value) => expression.test(value) };
}

const WEEKDAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const RFC_822 = new RegExp(
  `^${WEEKDAY}, \\d{2} ${MONTH} \\d{4} \\d{2}:\\d{2}:\\d{2} (?:GMT|[+-]\\d{4})$`,
);
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

function isInstant(value: string): boolean {
  return !Number.isNaN(Date.parse(value));
}

/** A name of a week's day that is not that day's is a date somebody calculated by hand. */
function hasRightWeekday(value: string): boolean {
  const local = new Date(`${value.replace(/ (?:GMT|[+-]\d{4})$/, '')} GMT`);
  return local.toUTCString().startsWith(value.slice(0, 3));
}

function isAbsoluteUrl(value: string): boolean {
  return /^https?:\/\/[^\s/]/.test(value) && !/\s/.test(value) && URL.canParse(value);
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

export const NOT_BLANK = matches('NotBlank', /\S/);
export const ABSOLUTE_URL: ValueRule = { rule: 'InvalidFullLink', holds: isAbsoluteUrl };
export const LANGUAGE: ValueRule = { rule: 'InvalidLanguage', holds: isLanguage };
export const MEDIA_TYPE = matches('InvalidMIMEType', /^[a-z]+\/[a-z0-9.+-]+$/);
export const POSITIVE_INTEGER = matches('InvalidIntegerAttribute', /^[1-9]\d*$/);
/** RFC 4151: authority, date, specific part. */
export const TAG_URI = matches(
  'InvalidTAG',
  /^tag:[a-z0-9@._-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[\w.~!$&'()*+,;=:@%/?-]*(?:#[\w.~!$&'()*+,;=:@%/?-]*)?$/i,
);
/** Text that a reader would take for markup, where plain text is asked for. */
export const PLAIN_TEXT: ValueRule = {
  rule: 'ContainsHTML',
  holds: (value) => !/<\/?[a-z!]|&(?:[a-z]+|#\d+);/i.test(value),
};
export const RFC_822_DATE: ValueRule = {
  rule: 'InvalidRFC2822Date',
  holds: (value) => RFC_822.test(value) && isInstant(value) && hasRightWeekday(value),
};
export const RFC_3339_DATE: ValueRule = {
  rule: 'InvalidRFC3339Date',
  holds: (value) => RFC_3339.test(value) && isInstant(value),
};

/** A rule that allows the named values alone. */
export function oneOf(...values: string[]): ValueRule {
  return { rule: 'UnexpectedValue', holds: (value) => values.includes(value) };
}
