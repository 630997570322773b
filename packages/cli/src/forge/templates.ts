import { fillWord, type Words } from '@tamizdat/article-schema';
import { stringify } from 'yaml';

type ForgeWords = Words['forge'];

/** An edition's name for its language, and its words. */
export interface ForgeEdition {
  name: string;
  words: ForgeWords;
}

/** Words of a group, each in all languages, the main one first. */
type Said<Group extends keyof ForgeWords> = Record<keyof ForgeWords[Group], string[]>;

/**
 * What a forge shows to those who send something in, by path below the repository, in all languages of the outlet. What
 * two languages say alike, as where one is not translated yet, stands once. Pure.
 */
export function buildForgeTemplates(editions: readonly ForgeEdition[]): Record<string, string> {
  const said = <Group extends keyof ForgeWords>(group: Group): Said<Group> => {
    const names = Object.keys(editions[0]?.words[group] ?? {}) as (keyof ForgeWords[Group])[];
    return Object.fromEntries(
      names.map((name) => [name, unique(editions.map(({ words }) => String(words[group][name])))]),
    ) as Said<Group>;
  };
  const form = (name: string, fields: unknown): [string, string] => [
    `.github/ISSUE_TEMPLATE/${name}.yml`,
    stringify(fields, { lineWidth: 0, singleQuote: true }),
  ];
  return Object.fromEntries([
    ['.github/pull_request_template.md', pullRequestText(editions)],
    form('config', { blank_issues_enabled: false }),
    form('tip', tipForm(said('tip'))),
    form('correction', correctionForm(said('correction'))),
    form('bug', bugForm(said('bug'))),
  ]);
}

function pullRequestText(editions: readonly ForgeEdition[]): string {
  const names = editions.map(({ name }) => name).join(', ');
  const parts = editions.map(({ words: { pullRequest } }) => {
    const { what, whatHint, checked, harmless, pictures } = pullRequest;
    const passes = fillWord(checked, { command: '`npm run check`' });
    const boxes = [passes, harmless, pictures].map((box) => `- [ ] ${box}\n`).join('');
    return `**${what}** <!-- ${whatHint} -->\n\n${boxes}`;
  });
  return `<!-- ${names} -->\n\n${unique(parts).join('\n---\n\n')}`;
}

const tipForm = (tip: Said<'tip'>) => ({
  ...head(tip),
  body: [
    note([`### ${line(tip.warning)}`, ...tip.sources]),
    needed('textarea', 'subject', tip.subject, hint(tip.subjectHint)),
    field('checkboxes', 'public', tip.before, {
      options: [{ label: line(tip.harmless), required: true }],
    }),
  ],
});

const correctionForm = (correction: Said<'correction'>) => ({
  ...head(correction),
  body: [
    note(correction.seen),
    needed('input', 'article', correction.article, hint(correction.articleHint)),
    needed('textarea', 'wrong', correction.wrong, hint(correction.wrongHint)),
    needed('textarea', 'right', correction.right),
  ],
});

const EXAMPLES = 'Tor Browser 15, Android 9; Firefox 145, Windows 11';

const bugForm = (bug: Said<'bug'>) => ({
  ...head(bug),
  body: [
    needed('textarea', 'happened', bug.happened),
    field('input', 'address', bug.page, hint(bug.pageHint)),
    field('input', 'browser', bug.browser, { description: EXAMPLES }),
    field('textarea', 'said', bug.shown, { ...hint(bug.shownHint), render: 'text' }),
  ],
});

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];
const line = (texts: readonly string[]): string => texts.join(' / ');
const hint = (texts: readonly string[]) => ({ description: line(texts) });

const head = ({ name, description }: Record<'name' | 'description', string[]>) => ({
  name: line(name),
  description: line(description),
  title: `${line(name)}: `,
});

const note = (paragraphs: readonly string[]) => ({
  type: 'markdown',
  attributes: { value: `${paragraphs.join('\n\n')}\n` },
});

const field = (type: string, id: string, label: string[], more: object = {}) => ({
  ...{ type, id, attributes: { label: line(label), ...more } },
});

const needed = (type: string, id: string, label: string[], more: object = {}) => ({
  ...field(type, id, label, more),
  validations: { required: true },
});
