import type { Archive } from '@tamizdat/archive';
import { instantOf } from '@tamizdat/archive';
import type { Article } from '@tamizdat/article-schema';

/** Stories of the second rank. */
const SECOND_RANK = 4;
/** Stories of a section on the front page. */
const SECTION_STORIES = 4;

export interface FrontSelection {
  lead: Article | undefined;
  second: Article[];
  sections: { id: string; stories: Article[] }[];
}

/**
 * What stands on a front page: the edited lead and second rank while their time lasts, then the newest;
 * below, each section's newest that are not above yet.
 */
export async function selectFront(door: Archive, lang: string): Promise<FrontSelection> {
  const edited = await editedStories(door, lang);
  const newest = await door.latest(lang, SECOND_RANK + 1 + edited.second.length + 1);
  const lead = edited.lead ?? newest.find((article) => !edited.second.includes(article));
  const rest = newest.filter((article) => article !== lead && !edited.second.includes(article));
  const second = [...edited.second, ...rest].slice(0, Math.max(SECOND_RANK, edited.second.length));
  const shown = new Set([lead, ...second]);
  const { sections } = await door.outlet();
  const selected = await Promise.all(
    sections.map(async ({ id }) => {
      const stories = await door.listed(lang, 'section', id);
      return {
        id,
        stories: stories.filter((article) => !shown.has(article)).slice(0, SECTION_STORIES),
      };
    }),
  );
  return { lead, second, sections: selected.filter(({ stories }) => stories.length > 0) };
}

async function editedStories(
  door: Archive,
  lang: string,
): Promise<{ lead: Article | undefined; second: Article[] }> {
  const front = await door.front(lang);
  const clock = instantOf(door.clock);
  const find = async (
    placed: { id: string; until: string } | undefined,
  ): Promise<Article | undefined> => {
    if (!placed || instantOf(placed.until) <= clock) return undefined;
    const article = await door.byId(placed.id);
    return article?.lang === lang ? article : undefined;
  };
  const second = await Promise.all((front?.secondRank ?? []).map(find));
  return {
    lead: await find(front?.lead),
    second: second.filter((article) => article !== undefined),
  };
}
