import { stringify } from 'yaml';
import { say } from '../language/say.ts';
import { idOfName } from '../new/id-of-name.ts';
import type { Plan } from './plan.ts';
import { PRIVACY } from './privacy-page.ts';

/** Scripts that run from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);
const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';

/**
 * `outlet.yaml` of a new outlet. Pure.
 * @param day Of today, in UTC: on it the outlet holds its domain.
 * @param fingerprint Of its keys; absent before they are made.
 */
export function buildOutletText(plan: Plan, day: string, fingerprint?: string): string {
  const { name, description, origin, languages, zone } = plan;
  const sections = plan.sections.map((names, at) => ({
    id: idOfName(names, languages) ?? `section-${at + 1}`,
    name: names,
  }));
  const text = stringify(
    {
      name,
      description,
      origin,
      tagAuthority: { domain: hostOf(origin), date: day },
      languages: languages.map(buildEdition),
      timeZone: zone,
      sections,
      navigation: sections.map(({ id }) => ({ section: id })),
      footer: [PRIVACY],
      licence: {
        name: Object.fromEntries(languages.map((code) => [code, plan.licence])),
        ...(plan.licence === 'CC BY 4.0' ? { url: CC_BY } : {}),
      },
      ...(fingerprint === undefined ? {} : { rootFingerprint: fingerprint }),
      ...(fingerprint === undefined || plan.fingerprintAt === ''
        ? {}
        : { fingerprintAt: [{ name: hostOf(plan.fingerprintAt), url: plan.fingerprintAt }] }),
    },
    { lineWidth: 0 },
  );
  return `# ${say(HEAD)}\n${text}`;
}

const HEAD = {
  en: 'Who the outlet is. All fields: docs/article-fields.md. tagAuthority stays as it is for good: feed readers know articles by it.',
  ru: 'Что это за издание. Все поля: docs/article-fields.md. tagAuthority остаётся таким навсегда: по нему программы чтения узнают статьи.',
};

const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname : address;

function buildEdition(code: string) {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  const { script = '' } = new Intl.Locale(code).maximize();
  return {
    code,
    name: name.charAt(0).toLocaleUpperCase(code) + name.slice(1),
    dir: RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr',
    locale: code,
  };
}
