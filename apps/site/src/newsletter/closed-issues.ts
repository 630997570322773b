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
