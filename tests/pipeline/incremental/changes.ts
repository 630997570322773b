import { readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ContentFolder } from '../fixture/content-folder.ts';
import { buildPicture } from '../fixture/picture.ts';
import { buildAbout, buildAuthor, OUTLET } from '../fixture/records.ts';
import type { Random } from './random.ts';

/** An outlet's content that changes as newsrooms change theirs. */
export class ChangingContent {
  readonly content: ContentFolder;
  readonly #random: Random;
  /** Folders of articles that are whole, so that links and translations stay right. */
  #folders: string[] = [
    'en/2026/11/10-library-hours',
    'en/2026/11/18-ferry-runs-again',
    'ru/2026/11/12-rynok-pereehal',
    'ru/2026/11/19-shkolnye-knigi',
  ];
  #made = 0;
  /** Minutes that have passed since the first build. */
  minutes = 0;

  constructor(content: ContentFolder, random: Random) {
    this.content = content;
    this.#random = random;
  }

  /** Changes something; says what. */
  async change(): Promise<string> {
    const kind = this.#random.pick(Object.keys(CHANGES) as (keyof typeof CHANGES)[]);
    this.#made += 1;
    this.minutes += this.#random.below(3) === 0 ? 60 * 24 * this.#random.below(20) : 1;
    return `${kind}: ${await CHANGES[kind](this)}`;
  }

  pickFolder(): string {
    return this.#folders.length === 0 ? this.addArticle() : this.#random.pick(this.#folders);
  }

  forget(folder: string): void {
    this.#folders = this.#folders.filter((other) => other !== folder);
    // A front page must not name what is not there.
    rmSync(path.join(this.content.root, 'front'), { recursive: true, force: true });
  }

  /** An article of any day before the first build’s. */
  addArticle(fields: string[] = [], status = 'ready'): string {
    const lang = this.#random.pick(['en', 'ru']);
    const day = String(1 + this.#random.below(21)).padStart(2, '0');
    const month = this.#random.pick(['2025/12', '2026/03', '2026/10', '2026/11']);
    const folder = `${lang}/${month}/${day}-story-${this.#made}-${this.#folders.length}`;
    this.content.writeArticle({
      folder,
      title: `Story number ${this.#made}`,
      text: `The text of ${folder}, which tells of rivers.`,
      section: this.#random.pick(['news', 'life']),
      tags: this.#random.pick([['river'], ['books'], ['river', 'books']]),
      author: this.#random.pick(['anna', 'boris']),
      status,
      fields,
    });
    if (status === 'ready') this.#folders.push(folder);
    return folder;
  }

  editArticle(change: (text: string) => string): string {
    const folder = this.pickFolder();
    this.content.editArticle(folder, change);
    return folder;
  }

  /** A number that no other change has. */
  get number(): number {
    return this.#made;
  }

  /** A moment some hours after the first build. */
  get soon(): string {
    return new Date(
      Date.parse('2026-11-22T12:00:00Z') + (this.minutes + 90) * 60_000,
    ).toISOString();
  }
}

type Change = (changing: ChangingContent) => string | Promise<string>;

const CHANGES = {
  'an article more': (changing) => changing.addArticle(),
  'an article under embargo': (changing) =>
    changing.addArticle([`embargoUntil: '${changing.soon}'`]),
  'a draft': (changing) => changing.addArticle([], 'draft'),
  'a sentence more': (changing) =>
    changing.editArticle((text) => `${text}\nSentence ${changing.number} stands here.\n`),
  'another title': (changing) =>
    changing.editArticle((text) =>
      text.replace(/^title: .*$/m, `title: Another title, the ${changing.number}th of them`),
    ),
  'another tag': (changing) =>
    changing.editArticle((text) =>
      text.includes('[river]')
        ? text.replace('[river]', '[books]')
        : text.replace(/^tags: .*$/m, 'tags: [river]'),
    ),
  'another author': (changing) =>
    changing.editArticle((text) =>
      text.includes('[anna]')
        ? text.replace('[anna]', '[boris]')
        : text.replace('[boris]', '[anna]'),
    ),
  'a correction': (changing) =>
    changing.editArticle((text) =>
      text
        .replace(
          /^status: ready$/m,
          `status: ready\ncorrections:\n  - { at: '2026-11-22T09:00:00Z', kind: correction, text: The year was wrong in version ${changing.number}. }`,
        )
        .replace(/(corrections:\n.*\n)corrections:\n.*\n/, '$1'),
    ),
  'a picture': async (changing) => {
    const folder = changing.editArticle(
      (text) => `${text}\n![Picture ${changing.number}](p${changing.number}.png)\n`,
    );
    changing.content.write(
      `articles/${folder}/p${changing.number}.png`,
      await buildPicture(changing.number),
    );
    return folder;
  },
  deletion: (changing) => {
    const folder = changing.pickFolder();
    changing.content.removeArticle(folder);
    changing.forget(folder);
    return folder;
  },
  withdrawal: (changing) => {
    const folder = changing.editArticle((text) =>
      text.replace(
        'status: ready',
        "status: withdrawn\nupdatedAt: '2026-11-22T09:00:00Z'\neditorsNote: It was wrong.\neditorsNoteAt: '2026-11-22T09:00:00Z'",
      ),
    );
    changing.forget(folder);
    return folder;
  },
  removal: (changing) => {
    const folder = changing.editArticle((text) => text.replace('status: ready', 'status: removed'));
    changing.forget(folder);
    return folder;
  },
  'another address': (changing) => {
    const folder = changing.pickFolder();
    const moved = `${folder}-moved`;
    const root = path.join(changing.content.root, 'articles');
    renameSync(path.join(root, folder), path.join(root, moved));
    const former = folder.replace(/\/(\d\d)-/, '/$1/');
    changing.content.editArticle(moved, (text) =>
      text
        .replace('status: ready', `status: ready\nformerAddresses: [${former}]`)
        .replace(/(formerAddresses: .*\n)formerAddresses: .*\n/, '$1'),
    );
    changing.forget(folder);
    return folder;
  },
  'an author’s name': (changing) => {
    changing.content.write(
      'authors/anna.yaml',
      buildAuthor(`Anna Berg ${changing.number}`, `Анна Берг ${changing.number}`),
    );
    return 'anna';
  },
  'a fixed page': (changing) => {
    changing.content.write('pages/en/about.md', buildAbout(`About us ${changing.number}`));
    return 'en/about';
  },
  'the outlet’s description': (changing) => {
    changing.content.write(
      'outlet.yaml',
      OUTLET.replace('A paper for tests', `A paper for ${changing.number} tests`),
    );
    return 'en';
  },
  'a tag’s name': (changing) => {
    const outlet = readFileSync(path.join(changing.content.root, 'outlet.yaml'), 'utf8');
    changing.content.write(
      'outlet.yaml',
      outlet.replace(/name: \{ en: The river[^,]*/, `name: { en: The river ${changing.number}`),
    );
    return 'river';
  },
  'a front page': (changing) => {
    const folder = changing.pickFolder();
    const text = readFileSync(
      path.join(changing.content.root, 'articles', folder, 'index.md'),
      'utf8',
    );
    const [, id = ''] = /^id: (\S+)$/m.exec(text) ?? [];
    changing.content.write(
      `front/${folder.slice(0, 2)}.yaml`,
      `lead: { id: ${id}, until: '${changing.soon}' }\n`,
    );
    return folder;
  },
  'no front page': (changing) => {
    rmSync(path.join(changing.content.root, 'front'), { recursive: true, force: true });
    return '';
  },
  'an appeal': (changing) => {
    changing.content.write(
      'appeals/en/help.md',
      `---\ntitle: Help us ${changing.number}\n---\n\nWe live on our readers.\n`,
    );
    return 'en';
  },
  time: (changing) => String((changing.minutes += 60 * 49)),
} satisfies Record<string, Change>;
