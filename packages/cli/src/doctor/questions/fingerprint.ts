import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { frontAddress, verifyAddress } from '@tamizdat/archive';
import type { Outlet } from '@tamizdat/article-schema';
import { fingerprintOf, formatFingerprint } from '@tamizdat/release';
import { type Finding, good, half, missing } from '../finding.ts';
import { type Place, shownPath } from '../place.ts';
import type { Question } from '../question.ts';
import { notRead } from './not-read.ts';

/** Whether readers are told by what they know the outlet, and told right. */
export const fingerprint: Question = {
  id: 'fingerprint',
  name: { en: 'Fingerprint', ru: 'Отпечаток' },
  look: async ({ content, roots, place, commands }) => {
    const { outlet } = await content();
    if (outlet === undefined) return [notRead('fingerprint')];
    const own = fingerprintOf((await roots())[0] ?? new Uint8Array());
    const file = shownPath(path.join(place.content, 'outlet.yaml'));
    return [
      ...judgeFingerprint(own, outlet, file),
      ...judgePublished(place, await roots()),
      ...judgePage(place.tree, own, outlet, commands.build),
    ];
  },
};

/** @param own Of the first root. */
export function judgeFingerprint(
  own: string,
  { rootFingerprint: told, fingerprintAt }: Pick<Outlet, 'rootFingerprint' | 'fingerprintAt'>,
  file: string,
): Finding[] {
  const line = `rootFingerprint: ${formatFingerprint(own)}`;
  if (told === undefined)
    return [
      missing('fingerprint-untold', 'soon', {
        en: `Readers are not told the fingerprint. Write into ${file}: ${line}`,
        ru: `Читателям не сказан отпечаток. Впишите в ${file}: ${line}`,
      }),
    ];
  if (told !== own)
    return [
      half('fingerprint-differs', 'now', {
        en: `Readers are told another fingerprint than that of these keys, and would take the site for a forgery. If the keys are right, write into ${file}: ${line}`,
        ru: `Читателям назван не тот отпечаток, что у этих ключей: они примут сайт за подделку. Если ключи верные, впишите в ${file}: ${line}`,
      }),
    ];
  if (fingerprintAt.length === 0)
    return [
      half('fingerprint-nowhere', 'soon', {
        en: `No place outside the site shows the fingerprint, so that nobody can compare it. Publish it where others cannot alter it, and list that place in ${file}: fingerprintAt: [{ name: Our channel, url: "https://social.example/@window" }]`,
        ru: `Отпечатка нет нигде вне сайта, и сравнить его не с чем. Опубликуйте его там, где другие не смогут его изменить, и укажите это место в ${file}: fingerprintAt: [{ name: Наш канал, url: "https://social.example/@window" }]`,
      }),
    ];
  return [
    good('fingerprint', {
      en: `fits the keys, places that show it: ${fingerprintAt.length}`,
      ru: `подходит к ключам, мест, где он показан: ${fingerprintAt.length}`,
    }),
  ];
}

/** The roots in the repository, from which forges and other machines begin. */
function judgePublished(
  { keys, publicKeys }: Place,
  roots: readonly Uint8Array<ArrayBuffer>[],
): Finding[] {
  const first = path.join(publicKeys, 'root.json');
  const copy = `mkdir -p ${shownPath(publicKeys)} && cp ${shownPath(path.join(keys ?? '<keys>', 'root.json'))} ${shownPath(publicKeys)}`;
  if (!existsSync(first))
    return [
      missing(
        'root-not-in-content',
        'soon',
        {
          en: 'The content holds no root.json, from which forges and other machines know whose releases they carry.',
          ru: 'В содержимом нет root.json, по которому служба сборки и другие машины узнают, чьи выпуски они несут.',
        },
        copy,
      ),
    ];
  return readFileSync(first).equals(roots[0] ?? new Uint8Array())
    ? []
    : [
        half(
          'root-differs',
          'now',
          {
            en: `${shownPath(first)} is another root than the one beside the keys. Find out which is the outlet’s, by its fingerprint.`,
            ru: `${shownPath(first)} — другой корень, не тот, что рядом с ключами. Выясните по отпечатку, какой из них корень издания.`,
          },
          `npx tamizdat keys show ${shownPath(publicKeys)}`,
        ),
      ];
}

/** Whether the page about checking a copy shows it in each edition that was built. */
export function judgePage(
  tree: string,
  own: string,
  { languages }: Pick<Outlet, 'languages'>,
  build: string,
): Finding[] {
  const built = languages.filter(({ code }) => existsSync(path.join(tree, frontAddress(code))));
  const without = built
    .filter(({ code }) => !shows(path.join(tree, verifyAddress(code)), own))
    .map(({ code }) => code);
  return without.length === 0
    ? []
    : [
        half(
          'verify-page-missing',
          'soon',
          {
            en: `The built site has no page that shows the fingerprint (${without.join(', ')}).`,
            ru: `В собранном сайте нет страницы, где показан отпечаток (${without.join(', ')}).`,
          },
          build,
        ),
      ];
}

/** In groups or unbroken. */
const shows = (page: string, digits: string): boolean =>
  existsSync(page) && readFileSync(page, 'utf8').replaceAll(/\s/g, '').includes(digits);
