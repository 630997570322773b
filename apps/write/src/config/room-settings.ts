import { type Document, parseDocument } from 'yaml';
import { z } from 'zod';

/** The forges whose pull requests the room can open. */
export const FORGES = ['github', 'gitlab', 'gitea', 'forgejo'] as const;

const ORIGIN = 'must be an https address without a path, such as https://git.example.org';
const BRANCH = 'must be the name of a branch, such as main';
const APPLICATION = 'must be the client id that your forge shows for the application';

const HttpsOrigin = z.string(ORIGIN).regex(/^https:\/\/[a-z0-9.-]+(?::\d+)?$/i, ORIGIN);

/** `content/writing-room.yaml`: where the hosted room sends what is written. */
export const RoomSettingsSchema = z
  .strictObject({
    forge: z.enum(FORGES, `must be one of: ${FORGES.join(', ')}`),
    repository: z
      .string('must say which repository, such as fortochka/site')
      .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, 'must be owner/name, such as fortochka/site'),
    branch: z
      .string(BRANCH)
      .regex(/^[\w][\w./-]*$/, BRANCH)
      .default('main'),
    /** Address of a forge of one’s own; needed for Gitea and Forgejo. */
    address: HttpsOrigin.optional(),
    /** Client id of an OAuth application at GitLab, Gitea or Forgejo: writers then sign in there. */
    application: z.string(APPLICATION).min(1, APPLICATION).max(200, APPLICATION).optional(),
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
  const result = RoomSettingsSchema.safeParse(valueOf(document));
  return result.success
    ? { settings: result.data }
    : { faults: result.error.issues.flatMap(faultsOf) };
}

/** Settings need no aliases; one that leads nowhere cannot be resolved either. */
function valueOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

function faultsOf(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${key} is no setting of the writing room: leave it out.`);
  }
  const name = issue.path.join('.');
  return [
    name === ''
      ? 'The file must hold settings, one a line, such as forge: github.'
      : `${name} ${issue.message}.`,
  ];
}
