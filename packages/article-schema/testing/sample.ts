import { parse } from 'yaml';
import { OutletSchema, type Outlet } from '../src/schema/outlet.ts';
import type { Problem } from '@tamizdat/problem';
import { type ArticleContext, parseArticle, type ParsedArticle } from '../src/parse/article.ts';

/** An outlet in two languages, as small as it can be. For tests. */
export const OUTLET_YAML = `name: { en: The Window, ru: Окно }
description: { en: A newsroom in exile., ru: Редакция в эмиграции. }
origin: https://window.example
tagAuthority: { domain: window.example, date: '2026-01-01' }
languages:
  - { code: en, name: English, locale: en-GB }
  - { code: ru, name: Русский, locale: ru }
timeZone: Europe/Vilnius
sections:
  - id: politics
    name: { en: Politics, ru: Политика }
  - id: culture
    name: { en: Culture, ru: Культура }
tags:
  - id: energy
    name: { en: Energy, ru: Энергетика }
series:
  - id: winter
    name: { en: Winter, ru: Зима }
licence: { name: { en: CC BY 4.0, ru: CC BY 4.0 } }
`;

export const OUTLET: Outlet = OutletSchema.parse(parse(OUTLET_YAML));

/** The lines of an article without a problem. For tests. */
export const ARTICLE = `---
id: 01JD8Z0Q5X4K2M7N9P3R6S8T0V
lang: en
kind: news
title: The port city that kept its lights on
section: politics
tags: [energy]
authors: [anna-petrova]
publishedAt: 2026-11-22T09:30:00+02:00
status: ready
---

Three winters without the grid.
`;

export const CONTEXT: ArticleContext = {
  path: 'articles/en/2026/11/22-harbour-lights/index.md',
  outlet: OUTLET,
  authors: new Set(['anna-petrova', 'li-wei']),
};

/** Parses the sample with lines replaced (by field name) or added; `undefined` removes one. For tests. */
export function parseChanged(
  changes: Readonly<Record<string, string | undefined>>,
  text = '',
  context: Partial<ArticleContext> = {},
): ParsedArticle {
  const lines = ARTICLE.split('\n');
  const end = lines.indexOf('---', 1);
  const fields = lines.slice(1, end).filter((line) => !((line.split(':')[0] ?? '') in changes));
  const added = Object.entries(changes).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${name}:${value === '' ? '' : /^\n/.test(value) ? value : ` ${value}`}`],
  );
  const changed = ['---', ...fields, ...added, '---', '', text === '' ? 'Text.' : text, ''];
  return parseArticle(changed.join('\n'), { ...CONTEXT, ...context });
}

/** The problems of the changed sample. For tests. */
export function problemsWith(...given: Parameters<typeof parseChanged>): Problem[] {
  return parseChanged(...given).problems;
}
