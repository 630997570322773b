import { parseDocument } from 'yaml';
import { z } from 'zod';

/** The forges whose pull requests the room can open. */
export const FORGES = ['github', 'gitlab', 'gitea', 'forgejo'] as const;

const HttpsOrigin = z
  .string()
  .regex(
    /^https:\/\/[a-z0-9.-]+(?::\d+)?$/i,
    'must be an https address without a path, such as https://git.example.org',
  );

/** `content/writing-room.yaml`: where the hosted room sends what is written. */
export const RoomSettingsSchema = z
  .strictObject({
    forge: z.enum(FORGES, `must be one of: ${FORGES.join(', ')}`),
    repository: z
      .string('must say which repository, such as fortochka/site')
      .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, 'must be owner/name, such as fortochka/site'),
    branch: z
      .string()
      .regex(/^[\w][\w./-]*$/, 'must be the name of a branch, such as main')
      .default('main'),
    /** Address of a forge of one’s own; needed for Gitea and Forgejo. */
    address: HttpsOrigin.optional(),
    /** Client id of an OAuth application at GitLab, Gitea or Forgejo: writers then sign in there. */
    application: z.string().min(1).max(200).optional(),
    /** Address of the outlet’s own sign-in service for GitHub. */
    service: HttpsOrigin.optional(),
  })
  .superRefine((settings, context) => {
    const say = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message });
    };
    const own = settings.forge === 'gitea' || settings.forge === 'forgejo';
    if (own && settings.address === undefined) {
      say('address', `must say where your ${settings.forge} is, such as https://git.example.org`);
    }
    if (settings.forge === 'github' && settings.application !== undefined) {
      say(
        'application',
        'is for GitLab, Gitea and Forgejo: GitHub has no sign-in for pages alone; leave it out (writers use a token), or run a sign-in service and name it as “service”',
      );
    }
    if (settings.forge !== 'github' && settings.service !== undefined) {
      say('service', 'is for GitHub alone: leave it out, or name an “application” of your forge');
    }
  });
export type RoomSettings = z.infer<typeof RoomSettingsSchema>;

/** What a settings file holds, or every reason why it cannot be used. */
export type ParsedSettings = { settings: RoomSettings } | { faults: string[] };

/** Parses `content/writing-room.yaml`, untrusted. Never throws. */
export function parseRoomSettings(text: string): ParsedSettings {
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0) return { faults: document.errors.map(({ message }) => message) };
  const result = RoomSettingsSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return { settings: result.data };
  const faults = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'The file'} ${message}`,
  );
  return { faults: faults.map((fault) => (fault.endsWith('.') ? fault : `${fault}.`)) };
}
