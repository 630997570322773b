import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildJsonSchemas,
  parseOutlet,
  type JsonSchema,
  type Outlet,
} from '@tamizdat/article-schema';
import { expect, test } from 'vitest';
import { ROOM_LANGUAGES, ROOM_WORDS } from '../words/room-words.ts';
import { buildConfig } from './build-config.ts';
import type { DecapField } from './decap.ts';

const file = path.resolve(import.meta.dirname, '../../../../content/outlet.yaml');
const outlet = parseOutlet(readFileSync(file, 'utf8'), { path: 'outlet.yaml' }).value as Outlet;

const collection = (language: 'en' | 'ru', name: string) => {
  const found = buildConfig(outlet, undefined, language).collections.find(
    (each) => each.name === name,
  );
  if (found === undefined) throw new Error(`No collection ${name}`);
  return found;
};
const fieldsOf = (language: 'en' | 'ru', name: string) =>
  Object.fromEntries(collection(language, name).fields.map((field) => [field.name, field]));

/** Names of all fields of a schema as its notes have them. */
function namesIn(schema: JsonSchema, prefix = ''): string[] {
  const items = schema['items'] as JsonSchema | undefined;
  if (items !== undefined) return namesIn(items, `${prefix.slice(0, -1)}[].`);
  const branches = (schema['anyOf'] as JsonSchema[] | undefined) ?? [schema];
  return branches.flatMap((branch) =>
    Object.entries((branch['properties'] ?? {}) as Record<string, JsonSchema>).flatMap(
      ([name, property]) => [prefix + name, ...namesIn(property, `${prefix}${name}.`)],
    ),
  );
}

test.each(ROOM_LANGUAGES)(
  'every field of the schema has a label, and in Russian a hint: %s',
  (language) => {
    const { article, author, page } = buildJsonSchemas();
    const names = [article, author, page].flatMap((schema) => namesIn(schema));
    expect(names).toContain('live.entries[].keyEvent');
    const { labels, hints } = ROOM_WORDS[language];
    const without = names.filter(
      (name) => name !== 'id' && name !== 'lang' && labels[name] === undefined,
    );
    expect(without).toEqual([]);
    if (language === 'ru') {
      expect(
        names.filter((name) => name !== 'id' && name !== 'lang' && hints[name] === undefined),
      ).toEqual([]);
    }
  },
);

test('former addresses of an author are a list in each language', () => {
  const { formerAddresses, formerFeeds } = fieldsOf('en', 'authors');
  for (const field of [formerAddresses, formerFeeds]) {
    expect(field).toMatchObject({ widget: 'object', collapsed: true });
    expect(field?.fields?.map(({ widget }) => widget)).toEqual(['list', 'list']);
  }
});

test('a form has every field of the schema but those that the room fills in', () => {
  const { article } = buildJsonSchemas();
  const wanted = Object.keys(article['properties'] as object).filter((name) => name !== 'id');
  expect(Object.keys(fieldsOf('en', 'articles-en')).sort()).toEqual([...wanted, 'body'].sort());
  expect(fieldsOf('en', 'articles-en')['lang']).toMatchObject({ widget: 'hidden', default: 'en' });
});

test('closed lists, lengths, forms and what is required come from the schema', () => {
  const fields = fieldsOf('ru', 'articles-ru');
  expect(fields['kind']).toMatchObject({ widget: 'select', required: true, default: 'news' });
  expect(fields['kind']?.['options']).toContainEqual({ value: 'news', label: 'новость' });
  expect(fields['title']).toMatchObject({
    required: true,
    hint: 'От 10 до 110 знаков, без точки в конце.',
  });
  const [pattern = '', message] = fields['title']?.pattern ?? [];
  expect(
    ['а'.repeat(9), 'а'.repeat(10), ' а '.repeat(36), 'а'.repeat(111)].map((text) =>
      new RegExp(pattern).test(text),
    ),
  ).toEqual([false, true, true, false]);
  expect(message).toBe('От 10 до 110 знаков.');
  expect(fields['publishedAt']).toMatchObject({ widget: 'moment', required: false });
  expect(fields['live']?.fields?.map(({ name, widget }) => [name, widget])).toEqual([
    ['entries', 'list'],
    ['coverageEnd', 'moment'],
  ]);
  const source = fields['sources']?.fields?.find(({ name }) => name === 'url') as DecapField;
  expect(new RegExp(source.pattern?.[0] ?? '').test('http://example.org')).toBe(false);
  expect(new RegExp(fields['translationKey']?.pattern?.[0] ?? '').test('harbour-lights')).toBe(
    true,
  );
});

test('sections, tags and series are the outlet’s, named in the article’s language', () => {
  const options = (name: string) => fieldsOf('en', name)['section']?.['options'];
  expect(options('articles-ru')).toContainEqual({ value: 'news', label: 'Новости' });
  expect(options('articles-en')).toContainEqual({ value: 'news', label: 'News' });
  expect(fieldsOf('en', 'articles-en')['tags']).toMatchObject({ widget: 'select', multiple: true });
  expect(fieldsOf('en', 'articles-en')['authors']).toMatchObject({
    widget: 'relation',
    collection: 'authors',
    value_field: '{{slug}}',
    multiple: true,
  });
});

test('either name or author of a contributor is asked for, and neither required', () => {
  const fields = fieldsOf('en', 'articles-en')['contributors']?.fields ?? [];
  expect(fields.map(({ name, required }) => [name, required])).toEqual([
    ['role', true],
    ['author', false],
    ['name', false],
  ]);
});

test('articles lie on disk as the model has them, their pictures beside them', () => {
  expect(collection('en', 'articles-ru')).toMatchObject({
    folder: 'content/articles/ru',
    path: '{{_year}}/{{_month}}/{{_day}}-{{slug}}/index',
    media_folder: '',
    public_folder: '',
    delete: false,
    publish: false,
  });
  expect(buildConfig(outlet, undefined, 'en').collections.map(({ name }) => name)).toEqual([
    'articles-ru',
    'articles-en',
    'authors',
    'pages-ru',
    'pages-en',
  ]);
});

test('lists begin with the newest where that costs no requests', () => {
  expect(collection('en', 'articles-ru').sortable_fields[0]).toEqual({
    field: 'publishedAt',
    default_sort: 'desc',
  });
  const settings = { forge: 'github', repository: 'a/b', branch: 'main' } as const;
  const [first] = buildConfig(outlet, settings, 'en').collections;
  expect(first?.sortable_fields[0]).toBe('publishedAt');
});

test('without settings the room writes files; with them it opens pull requests', () => {
  expect(buildConfig(outlet, undefined, 'en')).toMatchObject({
    publish_mode: 'simple',
    backend: { forge: 'proxy', proxy_url: '/api' },
  });
  const settings = {
    forge: 'gitea',
    repository: 'a/b',
    branch: 'main',
    address: 'https://git.example',
  } as const;
  expect(buildConfig(outlet, settings, 'ru')).toMatchObject({
    publish_mode: 'editorial_workflow',
    locale: 'ru',
    backend: {
      forge: 'forgejo',
      repo: 'a/b',
      api_root: 'https://git.example/api/v1',
      sign_in: 'token',
    },
  });
});
