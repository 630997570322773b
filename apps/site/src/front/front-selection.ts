import type { Archive } from '@tamizdat/archive';
import { instantOf } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';
import { FRONT_AGE_MS, SECOND_RANK, SECTION_STORIES, THIRD_RANK } from './limits.ts';

export interface FrontSelection {
  lead: Article | undefined;
  second: Article[];
  /** The newest that stand nowhere above. */
  third: Article[];
  sections: { id: string; stories: Article[] }[];
}

/**
 * What stands on a front page: the edited lead and second rank while their time lasts, then the newest; below, as
 * headlines, the newest that are left, and each section's that are not above yet and not old beside the edition's newest.
 */
export async function selectFront(door: Archive, lang: string): Promise<FrontSelection> {
  const edited = await editedStories(door, lang);
  const newest = await door.latest(lang, 1 + SECOND_RANK + THIRD_RANK + edited.second.length + 1);
  const lead = edited.lead ?? newest.find((article) => !edited.second.includes(article));
  const rest = newest.filter((article) => article !== lead && !edited.second.includes(article));
  const second = [...edited.second, ...rest].slice(0, Math.max(SECOND_RANK, edited.second.length));
  const third = rest.filter((article) => !second.includes(article)).slice(0, THIRD_RANK);
  const shown = new Set([lead, ...second, ...third]);
  const isFresh = freshBeside(newest[0]);
  const { sections } = await door.outlet();
  const selected = await Promise.all(
    sections.map(async ({ id }) => {
      const stories = await door.listed(lang, 'section', id);
      return {
        id,
        stories: stories
          .filter((article) => !shown.has(article) && isFresh(article))
          .slice(0, SECTION_STORIES),
      };
    }),
  );
  return { lead, second, third, sections: selected.filter(({ stories }) => stories.length > 0) };
}

/** Measured from the newest story, not from the clock: a page must not change because another edition published. */
function freshBeside(newest: Article | undefined): (article: Article) => boolean {
  const oldest =
    newest?.publishedAt === undefined ? 0 : instantOf(newest.publishedAt) - FRONT_AGE_MS;
  return ({ publishedAt }) => publishedAt === undefined || instantOf(publishedAt) >= oldest;
}

async function editedStories(
  door: Archive,
  lang: string,
): Promise<{ lead: Article | undefined; second: Article[] }> {
  const front = await door.front(lang);
  const find = async (
    placed: { id: string; until: string } | undefined,
  ): Promise<Article | undefined> => {
    if (!placed || (await door.isOver(placed.until))) return undefined;
    const article = await door.byId(placed.id);
    return article?.lang === lang ? article : undefined;
  };
  const second = await Promise.all((front?.secondRank ?? []).map(find));
  return {
    lead: await find(front?.lead),
    second: second.filter((article) => article !== undefined),
  };
}
