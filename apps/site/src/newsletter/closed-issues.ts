import { isClosed, type Archive, type NewsletterIssue } from '@tamizdat/archive';
import type { Newsletter } from '@tamizdat/article-schema';

/** Issues that are complete, newest first: only they have a page. */
export async function closedIssues(
  door: Archive,
  newsletter: Newsletter,
): Promise<NewsletterIssue[]> {
  const { timeZone } = await door.outlet();
  const issues = await door.newsletterIssues(newsletter);
  return issues.filter((issue) => isClosed(issue, door.clock, timeZone));
}

/** Static paths of the pages that each newsletter has. */
export async function newsletterPaths(
  door: Archive,
): Promise<{ params: { lang: string; id: string } }[]> {
  const { newsletters } = await door.outlet();
  return newsletters.map(({ lang, id }) => ({ params: { lang, id } }));
}

/** The newsletter of a language and id, or undefined. */
export async function findNewsletter(
  door: Archive,
  lang: string,
  id: string,
): Promise<Newsletter | undefined> {
  const { newsletters } = await door.outlet();
  return newsletters.find((newsletter) => newsletter.lang === lang && newsletter.id === id);
}

/** Stands for the newest issue in the address of its second page, which articles link to. */
export const LATEST = 'latest';

/** Static paths of the pages of all issues. */
export async function issuePaths(
  door: Archive,
): Promise<{ params: { lang: string; id: string; issue: string } }[]> {
  const { newsletters } = await door.outlet();
  const paths = newsletters.map(async (newsletter) => {
    const { lang, id } = newsletter;
    const issues = await closedIssues(door, newsletter);
    const names = issues.length > 0 ? [LATEST, ...issues.map((issue) => issue.id)] : [];
    return names.map((issue) => ({ params: { lang, id, issue } }));
  });
  return (await Promise.all(paths)).flat();
}

/** An issue by its days' name, or the newest one by `LATEST`; undefined where it is not complete. */
export async function findIssue(
  door: Archive,
  newsletter: Newsletter,
  name: string,
): Promise<NewsletterIssue | undefined> {
  const issues = await closedIssues(door, newsletter);
  return name === LATEST ? issues[0] : issues.find(({ id }) => id === name);
}
