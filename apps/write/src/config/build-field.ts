import { buildJsonSchemas, type JsonSchema, type Outlet } from '@tamizdat/article-schema';
import type { RoomWords } from '../words/words.ts';
import { fill } from '../words/room-words.ts';
import type { DecapField } from './decap.ts';
import { wordsOfOutlet } from './outlet-choices.ts';

/** What a field’s form depends on besides its schema. */
export interface FieldContext {
  outlet: Outlet;
  words: RoomWords;
  /** Whether the room works on files instead of at a forge. */
  local: boolean;
  /** Language of the names of sections, tags and authors. */
  lang: string;
}

/** Widgets of our own, and fields that are files or texts, which a JSON Schema cannot tell. */
const WIDGETS: Readonly<Record<string, string>> = {
  'leadImage.file': 'image',
  photo: 'image',
  editorsNote: 'prose',
  'live.entries[].body': 'prose',
  authors: 'author',
  'contributors[].author': 'author',
  bio: 'text',
};

/** Text longer than this gets several lines. */
const ONE_LINE = 200;

const { properties: articleProperties } = buildJsonSchemas().article as {
  properties: Record<string, JsonSchema>;
};
const TIMESTAMP = articleProperties['publishedAt']?.['pattern'];
const SLUG = articleProperties['section']?.['pattern'];

/**
 * The form of one field of the schema. `name` is its path as the schema’s notes have it, such as
 * `sources[].title`; the form is built from types, lists, lengths and patterns of the JSON Schema alone,
 * with labels and hints from `words`.
 */
export function buildField(
  name: string,
  schema: JsonSchema,
  required: boolean,
  context: FieldContext,
): DecapField {
  const key = name.split('.').at(-1)?.replace('[]', '') ?? name;
  const hint = context.words.hints[name] ?? (schema['description'] as string | undefined);
  return {
    name: key,
    label: context.words.labels[name] ?? key,
    required,
    ...(hint === undefined ? {} : { hint }),
    ...formOf(name, schema, context),
  };
}

type Form = Pick<DecapField, 'widget'> & Partial<DecapField>;

function formOf(name: string, schema: JsonSchema, context: FieldContext): Form {
  const { words } = context;
  const widget = WIDGETS[name];
  if (widget === 'author') return authorForm(schema, context);
  const own = wordsOfOutlet(name, context);
  if (own !== undefined) return selectForm(own, schema['type'] === 'array');
  if (widget === 'image')
    return { widget, choose_url: false, media_library: { config: { multiple: false } } };
  if (widget === 'prose') return { widget };
  if (Array.isArray(schema['enum']))
    return selectForm(choices(name, schema['enum'] as string[], words), false);
  switch (schema['type']) {
    case 'boolean':
      return { widget: 'boolean', default: schema['default'] ?? false };
    case 'integer':
      return {
        widget: 'number',
        value_type: 'int',
        step: 1,
        min: schema['minimum'],
        max: schema['maximum'],
      };
    case 'array':
      return listForm(name, schema, context);
    case 'object':
      return objectForm(name, schema, context);
    default:
      return textForm(schema, words);
  }
}

function choices(name: string, values: readonly string[], words: RoomWords) {
  return values.map((value) => ({ value, label: words.choices[name]?.[value] ?? value }));
}

function selectForm(options: readonly { value: string; label: string }[], multiple: boolean): Form {
  return { widget: 'select', options, ...(multiple ? { multiple } : {}) };
}

/** Authors are records of the room, so that a new one can be chosen at once. */
function authorForm(schema: JsonSchema, { lang }: FieldContext): Form {
  return {
    widget: 'relation',
    collection: 'authors',
    value_field: '{{slug}}',
    search_fields: [`name.${lang}`],
    display_fields: [`name.${lang}`],
    options_length: 100,
    ...(schema['type'] === 'array' ? { multiple: true } : {}),
  };
}

function listForm(name: string, schema: JsonSchema, context: FieldContext): Form {
  const items = schema['items'] as JsonSchema;
  const common = {
    widget: 'list',
    collapsed: true,
    minimize_collapsed: true,
    max: schema['maxItems'],
    ...(context.words.singular[name] === undefined
      ? {}
      : { label_singular: context.words.singular[name] }),
  };
  const { properties } = shapeOf(items);
  if (properties === undefined) {
    return { ...common, field: buildField(`${name}[]`, items, true, context) };
  }
  const summary = ['title', 'text', 'name', 'rule', 'warning', 'role'].find(
    (key) => key in properties,
  );
  return {
    ...common,
    fields: buildFields(`${name}[].`, items, context),
    ...(summary === undefined ? {} : { summary: `{{fields.${summary}}}` }),
  };
}

function objectForm(name: string, schema: JsonSchema, context: FieldContext): Form {
  const inner = schema['additionalProperties'] as JsonSchema | undefined;
  if (inner instanceof Object) {
    const isList = inner['type'] === 'array';
    const form = isList ? listForm(name, inner, context) : { widget: WIDGETS[name] ?? 'string' };
    const fields = languageFields(form, context);
    return { widget: 'object', ...(isList && { collapsed: true }), fields };
  }
  // Decap asks for what is required even in a group that is left out: the room's check asks instead.
  const fields = buildFields(`${name}.`, schema, context).map((field) => ({
    ...field,
    required: false,
  }));
  return { widget: 'object', collapsed: name !== 'leadImage', fields };
}

/** One field a language of the outlet. */
function languageFields(form: Form, { outlet }: FieldContext): DecapField[] {
  return outlet.languages.map(({ code, name }) => ({
    name: code,
    label: name,
    required: false,
    ...form,
  }));
}

function textForm(schema: JsonSchema, words: RoomWords): Form {
  const { pattern, format, minLength, maxLength } = schema;
  if (pattern !== undefined && pattern === TIMESTAMP) return { widget: 'moment' };
  const max = Number(maxLength ?? Infinity);
  const widget =
    max > ONE_LINE && format === undefined && pattern === undefined ? 'text' : 'string';
  if (format === 'email')
    return { widget, pattern: ['^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', words.forms.email] };
  if (format === 'uri') return { widget, pattern: ['^https://[^\\s/]+', words.forms.https] };
  if (typeof pattern === 'string') {
    return { widget, pattern: [pattern, pattern === SLUG ? words.forms.slug : words.forms.value] };
  }
  return max === Infinity
    ? { widget }
    : { widget, pattern: lengthPattern(Number(minLength ?? 1), max, words) };
}

function lengthPattern(min: number, max: number, words: RoomWords): [string, string] {
  const told = fill(min > 1 ? words.forms.length : words.forms.atMost, { min, max });
  return [`^\\s*[\\s\\S]{${min},${max}}?\\s*$`, told];
}

interface Shape {
  properties?: Record<string, JsonSchema>;
  required: string[];
}

/** Of alternatives the fields of all, required where each requires them. */
function shapeOf(schema: JsonSchema): Shape {
  const branches = (schema['anyOf'] as JsonSchema[] | undefined) ?? [schema];
  const shapes = branches.filter((branch) => branch['properties'] !== undefined);
  if (shapes.length === 0) return { required: [] };
  const required = shapes.map((shape) => (shape['required'] ?? []) as string[]);
  return {
    properties: Object.assign({}, ...shapes.map((shape) => shape['properties'])) as Record<
      string,
      JsonSchema
    >,
    required: (required[0] ?? []).filter((key) => required.every((list) => list.includes(key))),
  };
}

/** The forms of all fields of an object’s schema, in its order; `prefix` stands before their names in the notes. */
export function buildFields(
  prefix: string,
  schema: JsonSchema,
  context: FieldContext,
): DecapField[] {
  const { properties = {}, required } = shapeOf(schema);
  return Object.entries(properties).map(([key, property]) =>
    buildField(`${prefix}${key}`, mergedText(property), required.includes(key), context),
  );
}

/** A text that may have one of several patterns, as one. */
function mergedText(schema: JsonSchema): JsonSchema {
  const branches = schema['anyOf'] as JsonSchema[] | undefined;
  if (branches === undefined || !branches.every(({ type }) => type === 'string')) return schema;
  const patterns = branches.map(({ pattern }) => String(pattern));
  return {
    ...schema,
    type: 'string',
    pattern: patterns.map((pattern) => `(?:${pattern})`).join('|'),
  };
}
