import type { Route } from '@tamizdat/builder';
import type { SSRManifest } from 'astro';

type Params = Record<string, string | undefined>;

interface PageModule {
  getStaticPaths?: () => Promise<{ params: Params }[]>;
}

/** Pattern of pictures and recordings: which there are is known when their owners' are made. */
export const PICTURES = '/media/[name]';

/** Lists what the templates can render but pictures, as each says it of itself. */
export async function listRoutes(manifest: SSRManifest): Promise<Route[]> {
  const lists = await Promise.all(
    manifest.routes.map(async ({ routeData }) => {
      // Astro brings routes of its own.
      if (routeData.origin !== 'project' || routeData.route === PICTURES) return [];
      const loaded = await manifest.pageMap?.get(routeData.component)?.();
      const page = (await loaded?.page()) as PageModule | undefined;
      if (!page) throw new Error(`the template ${routeData.component} was not compiled`);
      const paths = await (page.getStaticPaths?.() ?? [{ params: {} }]);
      return paths.map(({ params }) => ({
        pattern: routeData.route,
        pathname: fillPattern(routeData.segments, params),
      }));
    }),
  );
  return lists.flat();
}

type Segments = SSRManifest['routes'][number]['routeData']['segments'];

function fillPattern(segments: Segments, params: Params): string {
  const filled = segments.map((parts) =>
    parts
      .map(({ content, dynamic, spread }) =>
        dynamic ? (params[spread ? content.replace(/^\.\.\./, '') : content] ?? '') : content,
      )
      .join(''),
  );
  return encodeURI(`/${filled.join('/')}`);
}
