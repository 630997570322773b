import { LATEST, type Archive, type NewsletterIssue } from '@tamizdat/archive';
import type { Newsletter } from '@tamizdat/article-schema';

/** The newsletter of a language and id, or undefined. */
export async function findNewsletter(
  door: Archive,
  lang: string,
  id: string,
): Promise<Newsletter | undefined> {
  const { newsletters } = await door.outlet();
  return newsletters.find((newsletter) => newsletter.lang === lang && newsletter.id === id);
}

/** An issue by its days' name, or the newest one by `LATEST`; undefined where it is not complete. */
export async function findIssue(
  door: Archive,
  { lang, id }: Newsletter,
  name: string,
): Promise<NewsletterIssue | undefined> {
  const issues = await door.closedIssues({ lang, id });
  return name === LATEST ? issues[0] : issues.find((issue) => issue.id === name);
}
