import type { APIRoute } from 'astro';
import { archive } from '../../archive.ts';
import { pathsOf } from '../../page/static-paths.ts';
import { reminderCalendar } from '../../support/reminder.ts';

export const getStaticPaths = pathsOf('reminder');

export const GET: APIRoute = async ({ params: { lang = '' } }) => {
  const door = await archive();
  const calendar = reminderCalendar(door.clock, await door.words(lang), await door.outlet());
  return new Response(calendar, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
