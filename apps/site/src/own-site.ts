import { buildClock, loadContent } from '@tamizdat/archive';
import { openSite } from './open-site.ts';
import { followContent } from './preview/follow-content.ts';
import { readOwnSettings, type OwnSettings } from './settings.ts';
import { setOwnSite, type Site } from './site.ts';

let own: (() => Promise<Site>) | undefined;

/** The outlet of Astro's own build, and of its preview, which follows every save. */
setOwnSite(() => {
  own ??= openOwn(readOwnSettings(process.env, process.cwd()));
  return own();
});

function openOwn(settings: OwnSettings): () => Promise<Site> {
  if (import.meta.env.DEV) return followContent(settings);
  const opened = openBuilt(settings);
  return () => opened;
}

/** A build's content was looked through before it began. */
async function openBuilt({ now, clock, ...settings }: OwnSettings): Promise<Site> {
  const content = await loadContent(settings.contentFolder);
  const errors = content.problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(`${errors.length} problems in the content: "tamizdat check" lists them`);
  const timed = { ...content, fronts: content.fronts.values() };
  return openSite({ ...settings, clock: clock ?? buildClock(timed, now()) }, content);
}
