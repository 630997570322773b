import { z } from 'zod';
import { FILES_MAX } from '../limits.ts';
import { isEntryPath, isFolderPath, isMediaPath } from './content-paths.ts';

const EntryPath = z.string().refine(isEntryPath, 'no file of an article, author or page');
const MediaPath = z.string().refine(isMediaPath, 'no picture or recording');
const FolderPath = z.string().refine(isFolderPath, 'no folder of articles, authors or pages');

const Asset = z.object({
  path: MediaPath,
  content: z.base64(),
  encoding: z.literal('base64'),
});

/**
 * What Decap’s proxy backend asks of its server, as far as files without a workflow need it
 * (decap-cms-backend-proxy 3.5). Every path is held to what the room may see.
 */
export const RequestSchema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('entriesByFolder'),
    params: z.object({
      folder: FolderPath,
      extension: z.enum(['md', 'yaml']),
      depth: z.int().min(1).max(8),
    }),
  }),
  z.object({
    action: z.literal('entriesByFiles'),
    params: z.object({
      files: z.array(z.object({ path: EntryPath, label: z.string().optional() })).max(FILES_MAX),
    }),
  }),
  z.object({ action: z.literal('getEntry'), params: z.object({ path: EntryPath }) }),
  z.object({
    action: z.literal('persistEntry'),
    params: z.object({
      dataFiles: z
        .array(z.object({ path: EntryPath, raw: z.string(), newPath: z.undefined().optional() }))
        .min(1)
        .max(FILES_MAX),
      assets: z.array(Asset).max(FILES_MAX),
    }),
  }),
  z.object({ action: z.literal('getMedia'), params: z.object({ mediaFolder: FolderPath }) }),
  z.object({ action: z.literal('getMediaFile'), params: z.object({ path: MediaPath }) }),
  z.object({ action: z.literal('persistMedia'), params: z.object({ asset: Asset }) }),
  z.object({
    action: z.literal('deleteFiles'),
    params: z.object({ paths: z.array(MediaPath).max(FILES_MAX) }),
  }),
  z.object({ action: z.literal('getDeployPreview'), params: z.unknown() }),
]);
export type RoomRequest = z.infer<typeof RequestSchema>;
export type AssetFile = z.infer<typeof Asset>;
