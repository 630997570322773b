import { tellIn } from '@tamizdat/problem';
import { language } from '../language/say.ts';
import type { Findings } from './build-report.ts';
import { countRules } from './summarize-rules.ts';

/** What was found, for programs. */
export function findingsJson({
  problems,
  files,
  compared,
  left,
  counted,
  unstemmed = [],
}: Findings): string {
  const leftOut = { ...(left ? { left } : {}), ...(counted ? { counted } : {}) };
  const forms = unstemmed.length > 0 ? { unstemmed } : {};
  const whole = { language, files, compared, ...leftOut, ...forms, problems };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

/** How often each rule spoke, for programs. */
export function rulesJson({ problems, files, compared, counted }: Findings): string {
  const told = problems.map((one) => ('ru' in one ? tellIn(language, one) : one));
  const whole = {
    language,
    files,
    compared,
    ...(counted ? { counted } : {}),
    rules: countRules(told),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}
