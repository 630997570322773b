import { stringify } from 'yaml';
import { APPEAL_FIELDS } from '../fields/appeal-fields.ts';
import { ARTICLE_FIELDS } from '../fields/article-fields.ts';
import { AUTHOR_FIELDS } from '../fields/author-fields.ts';
import { MIRROR_FIELDS } from '../fields/mirror-fields.ts';
import type { FieldNotes, FieldTable } from '../fields/notes.ts';
import { OUTLET_FIELDS } from '../fields/outlet-fields.ts';
import { FRONT_FIELDS } from '../fields/front-fields.ts';
import { PAGE_FIELDS } from '../fields/page-fields.ts';
import { WORDS_FIELDS } from '../words/fields.ts';
import { KIT_LANGUAGES } from '../words/kit-words.ts';
import { buildJsonSchemas, type JsonSchema } from './json-schemas.ts';

const MEDIA = [
  'They stand beside `index.md` and are shown in the text by their names: `![What is to be seen or heard](file.jpg "Caption. Photo: Name")`, in a paragraph of their own.',
  [
    '- **Pictures**: JPEG, PNG, WebP, AVIF, still GIF, without metadata.',
    '- **Drawings**: SVG of shapes, paths and gradients, written anew when the site is built. Text belongs into it as paths, paint as attributes; scripts, links, images, comments and metadata are errors, and so is a drawing that takes more than two seconds of a processor to draw (a phone needs ten times as long).',
    '- **Audio**: `.mp3`, `.m4a`, `.ogg`, `.opus`, up to 20 MB. **Video**: `.mp4` (H.264, AAC), `.webm`, up to 50 MB and 1,920 pixels a side. Without metadata; `tamizdat check` gives the command that strips it.',
    '- `flood.jpg` beside `flood.mp4` is shown before the video plays; every video needs one.',
    '- `flood.transcript.md` says in Markdown, without front matter, what is said and heard. Everything with a sound track needs one; where nobody speaks, it says that.',
    '- `flood.en.vtt` holds captions (WebVTT, plain text), one file a language.',
  ].join('\n'),
].join('\n\n');

/** The reference page of all fields, `docs/article-fields.md`, as Markdown. */
export function buildReference(): string {
  const schemas = buildJsonSchemas();
  const parts = [
    '# Fields of the content files',
    'This page is made from the schema by `npm run build` in `packages/article-schema`: change it there. “Required” and the limits are what `tamizdat check` holds a file against; lengths are in characters. Fields not named here are errors.',
    '## Article',
    'Front matter of `content/articles/<language>/<year>/<month>/<day>-<name>/index.md`.',
    table(ARTICLE_FIELDS, schemas.article),
    '## Pictures, drawings and recordings',
    MEDIA,
    '## Author',
    '`content/authors/<id>.yaml`; the file’s name is the id.',
    table(AUTHOR_FIELDS, schemas.author),
    '## Fixed page',
    'Front matter of `content/pages/<language>/<name>.md`.',
    table(PAGE_FIELDS, schemas.page),
    '## Appeal',
    'Front matter of `content/appeals/<language>/<name>.md`; the text under it stands with the form under articles.',
    table(APPEAL_FIELDS, schemas.appeal),
    '## Front page',
    '`content/front/<language>.yaml`; without it the newest article leads.',
    table(FRONT_FIELDS, schemas.front),
    '## Outlet',
    '`content/outlet.yaml`.',
    table(OUTLET_FIELDS, schemas.outlet),
    '## Mirrors',
    '`content/mirrors.yaml`: the mirrors that are announced. Reserve mirrors stand in a file of the same form outside the repository, which `TAMIZDAT_RESERVE` names. See `docs/mirrors.md`.',
    table(MIRROR_FIELDS, schemas.mirrors),
    '## Words',
    `\`content/words/<language>.yaml\`: the kit’s own words on a page. The kit speaks ${KIT_LANGUAGES.map((code) => `\`${code}\``).join(' and ')}; there, a word given here takes the place of its own. Any other language needs all of them: copy \`packages/article-schema/generated/words.en.yaml\` and translate it. What stands in braces is filled in and keeps its English name. A counted word has a form for each plural category of the language, as Unicode CLDR names them.`,
    table(WORDS_FIELDS, schemas.words),
  ];
  return `${parts.join('\n\n')}\n`;
}

function table(fields: FieldTable, schema: JsonSchema): string {
  const rows = Object.entries(fields)
    .filter(([name]) => !name.endsWith('[]'))
    .map(([name, notes]) => row(name, notes, schema));
  return [
    '| field | type | rule | example | what for |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function row(name: string, notes: FieldNotes, schema: JsonSchema): string {
  const found = findProperty(schema, name.split('.'));
  const cells = [
    `\`${name}\``,
    found === undefined ? '' : typeOf(found.property),
    found === undefined ? '' : ruleOf(found.property, found.required, notes),
    `\`${example(notes.example)}\``,
    notes.description,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('<', '&lt;')).join(' | ')} |`;
}

const example = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();

interface Found {
  property: JsonSchema;
  required: boolean;
}

/** Follows a field's name through a JSON Schema; of alternatives the first that has it. */
function findProperty(schema: JsonSchema, names: readonly string[]): Found | undefined {
  const [name = '', ...rest] = names;
  const plain = name.replace(/\[\]$/, '');
  const property = (schema['properties'] as Record<string, JsonSchema> | undefined)?.[plain];
  if (property === undefined) {
    const branches = (schema['anyOf'] ?? []) as JsonSchema[];
    return branches.map((branch) => findProperty(branch, names)).find((found) => found);
  }
  if (rest.length > 0) {
    return findProperty(name === plain ? property : (property['items'] as JsonSchema), rest);
  }
  const required = ((schema['required'] ?? []) as string[]).includes(plain);
  return { property, required };
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  array: 'list',
  object: 'group',
};

function typeOf(property: JsonSchema): string {
  if (Array.isArray(property['enum'])) return 'word';
  return TYPES[String(property['type'])] ?? 'text';
}

function ruleOf(property: JsonSchema, required: boolean, notes: FieldNotes): string {
  const { minLength, maxLength, maxItems, default: preset } = property;
  const length =
    typeof maxLength === 'number' && notes.form === undefined
      ? `${typeof minLength === 'number' && minLength > 1 ? `${minLength}–` : 'up to '}${maxLength} characters`
      : undefined;
  const parts = [
    required ? 'required' : 'optional',
    notes.form,
    length,
    typeof maxItems === 'number' ? `at most ${maxItems}` : undefined,
    typeof preset === 'boolean' ? `${String(preset)} where left out` : undefined,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}
