import type { Finding } from '@tamizdat/problem';
import type { Outlet } from '../schema/outlet.ts';

/** Rules for the fingerprint and the places where readers compare it. */
export function fingerprintRules({
  rootFingerprint,
  fingerprintAt = [],
  origin,
  reader,
}: Partial<Outlet>): Finding[] {
  if (rootFingerprint === undefined)
    return [
      ...(fingerprintAt.length > 0 ? [NOTHING_TO_COMPARE] : []),
      ...(reader?.worker === true ? [NOTHING_TO_BEGIN_WITH] : []),
    ];
  if (fingerprintAt.length === 0) return [NOWHERE_TO_COMPARE];
  const own = origin === undefined ? undefined : new URL(origin).hostname;
  return fingerprintAt.flatMap(({ url }, index): Finding[] =>
    new URL(url).hostname === own
      ? [{ ...ON_THE_SITE, path: ['fingerprintAt', index, 'url'], found: url }]
      : [],
  );
}

const PLACE = 'fingerprintAt: [{ name: Mastodon, url: "https://example.social/@outlet" }]';

const NOTHING_TO_COMPARE: Finding = {
  code: 'fingerprint-missing',
  path: ['fingerprintAt'],
  message: 'There are places that publish the fingerprint, but no fingerprint.',
  remedy:
    'Write rootFingerprint as the command that made the keys printed it, or take the list out.',
  ru: {
    message: 'Есть места, где опубликован отпечаток, но самого отпечатка нет.',
    remedy:
      'Напишите rootFingerprint так, как его напечатала команда, которая сделала ключи, или уберите список.',
  },
  example: 'rootFingerprint: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

const NOTHING_TO_BEGIN_WITH: Finding = {
  code: 'worker-without-fingerprint',
  path: ['reader', 'worker'],
  message: 'The worker is on, but there is no fingerprint.',
  why: 'The worker shows readers only what was signed, and begins with the fingerprint to tell by whom.',
  remedy:
    'Write rootFingerprint as the command that made the keys printed it, or set worker to false.',
  ru: {
    message: 'Помощник в браузере включён, но отпечатка нет.',
    why: 'Помощник показывает читателям только подписанное, а чья подпись верна, узнаёт по отпечатку.',
    remedy:
      'Напишите rootFingerprint так, как его напечатала команда, которая сделала ключи, или поставьте worker: false.',
  },
  example: 'rootFingerprint: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

const NOWHERE_TO_COMPARE: Finding = {
  code: 'fingerprint-nowhere-else',
  severity: 'warning',
  path: ['rootFingerprint'],
  message: 'No place outside the site publishes the fingerprint.',
  why: 'Whoever forges a copy of the site also forges its page about checking copies.',
  remedy: 'Publish the fingerprint where others could not alter it, and list those places.',
  ru: {
    message: 'Отпечаток не опубликован нигде, кроме самого сайта.',
    why: 'Кто подделает копию сайта, подделает и её страницу о проверке копий.',
    remedy:
      'Опубликуйте отпечаток там, где другие не смогут его изменить, и перечислите эти места.',
  },
  example: PLACE,
};

const ON_THE_SITE: Omit<Finding, 'path'> = {
  code: 'fingerprint-at-own-site',
  message: 'This place is on the outlet’s own site.',
  why: 'Whoever forges a copy of the site forges this page too.',
  remedy:
    'Name a place that others run: an account elsewhere, a partner’s page, a printed issue’s archive.',
  ru: {
    message: 'Это место — на собственном сайте издания.',
    why: 'Кто подделает копию сайта, подделает и эту страницу.',
    remedy:
      'Назовите место, которое держат другие: страницу в соцсети, сайт партнёра, архив печатного номера.',
  },
  example: PLACE,
};
