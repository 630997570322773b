import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The forge’s answers about the pull requests of a commit: GitHub’s (`/pulls`, a list), Forgejo’s (`/pull`, one), and
 * GitLab’s (`/merge_requests`, a list in which labels are words).
 */
export class ForgeApi {
  /** Labels of pull requests, by the commit that they were merged as. */
  readonly merged = new Map<string, string[]>();
  /** What callers showed to be let in. */
  readonly shown: string[] = [];
  readonly #server = createServer((request, response) => {
    const { authorization, 'private-token': token } = request.headers;
    this.shown.push(authorization ?? `token ${String(token)}`);
    const [, sha = '', kind] =
      /\/commits\/(\w+)\/(pulls?|merge_requests)$/.exec(request.url ?? '') ?? [];
    const labels = this.merged.get(sha);
    const found = labels && {
      merged: true,
      merged_at: '2026-11-22T12:00:00Z',
      state: 'merged',
      base: { ref: 'main' },
      labels: kind === 'merge_requests' ? labels : labels.map((name) => ({ name })),
    };
    if (kind !== 'pull') response.end(JSON.stringify(found === undefined ? [] : [found]));
    else if (found === undefined) response.writeHead(404).end('{"message":"not found"}');
    else response.end(JSON.stringify(found));
  });

  /** @returns its address, as GITHUB_API_URL names it */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
  }
}
