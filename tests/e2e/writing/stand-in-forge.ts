import type { Page, Route } from '@playwright/test';

/** What was sent to a forge that answers as GitHub’s API does (REST, 2022-11-28), as far as Decap asks. */
export interface StandInForge {
  /** Method and path of everything that was asked. */
  asked: string[];
  /** Files of the tree that was made, by path. */
  files: Map<string, Buffer>;
  /** The pull request that was opened. */
  pull?: { title: string; head: string; base: string };
  labels: string[];
}

const API = 'https://api.github.com';
const REPOSITORY = '/repos/fortochka/site';

interface Body {
  content: string;
  tree: { path: string; sha: string }[];
  ref: string;
  labels: string[];
  title: string;
  head: string;
  base: string;
}

const TREE = `GET ${REPOSITORY}/git/trees/main:content/articles/en`;

interface Tree {
  tree: object[];
}

type Answer = (body: Body) => unknown;

/** Stands in for api.github.com in a page, with a repository of English articles by their path there. */
export async function standInForge(
  page: Page,
  articles: Readonly<Record<string, string>> = {},
): Promise<StandInForge> {
  const forge: StandInForge = { asked: [], files: new Map(), labels: [] };
  const blobs: Buffer[] = [];
  const answers: Record<string, Answer> = {
    'GET /user': () => ({
      login: 'anna',
      name: 'Anna',
      avatar_url: 'https://avatars.example/a.png',
    }),
    [`GET ${REPOSITORY}`]: () => ({ permissions: { push: true }, owner: { login: 'fortochka' } }),
    [`GET ${REPOSITORY}/branches/main`]: () => ({ name: 'main', commit: { sha: 'c0' } }),
    [`GET ${REPOSITORY}/pulls`]: () => [],
    [`POST ${REPOSITORY}/git/blobs`]: ({ content }) => ({
      sha: `b${blobs.push(Buffer.from(content, 'base64')) - 1}`,
    }),
    [`POST ${REPOSITORY}/git/trees`]: ({ tree }) => {
      for (const { path, sha } of tree) {
        forge.files.set(path, blobs[Number(sha.slice(1))] ?? Buffer.alloc(0));
      }
      return { sha: 't1' };
    },
    [`POST ${REPOSITORY}/git/commits`]: () => ({ sha: 'c1', parents: [{ sha: 'c0' }] }),
    [`POST ${REPOSITORY}/git/refs`]: ({ ref }) => ({ ref, object: { sha: 'c1' } }),
    [`POST ${REPOSITORY}/pulls`]: ({ title, head, base }) => {
      forge.pull = { title, head, base };
      return { number: 1, head: { ref: head, sha: 'c1' }, labels: [] };
    },
    [`PUT ${REPOSITORY}/issues/1/labels`]: ({ labels }) => {
      forge.labels = labels;
      return [];
    },
  };
  Object.entries(articles).forEach(([path, text], at) => {
    const tree = answers[TREE] ?? (() => ({ tree: [] }));
    const item = { type: 'blob', path, sha: `a${at}` };
    answers[TREE] = (body) => ({ tree: [...(tree(body) as Tree).tree, item] });
    answers[`GET ${REPOSITORY}/git/blobs/a${at}`] = () => ({
      content: Buffer.from(text).toString('base64'),
    });
  });
  await page.route(`${API}/**`, (route) => respond(route, forge, answers));
  return forge;
}

async function respond(
  route: Route,
  forge: StandInForge,
  answers: Readonly<Record<string, Answer>>,
): Promise<void> {
  const request = route.request();
  const key = `${request.method()} ${new URL(request.url()).pathname}`;
  forge.asked.push(key);
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
  const isTree = key.startsWith(`GET ${REPOSITORY}/git/trees/`);
  const noTree = () => ({ sha: 't0', tree: [], truncated: false });
  const answer = answers[decodeURIComponent(key)] ?? (isTree ? noTree : undefined);
  const body = (request.postDataJSON() ?? {}) as Body;
  const json = answer?.(body) ?? { message: 'Not Found' };
  await route.fulfill({ status: answer === undefined ? 404 : 200, headers, json });
}
