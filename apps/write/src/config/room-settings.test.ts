import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildBackend } from './build-backend.ts';
import { parseRoomSettings, type RoomSettings } from './room-settings.ts';

const settings = (text: string): RoomSettings => {
  const parsed = parseRoomSettings(text);
  if ('faults' in parsed) throw new Error(parsed.faults.join(' '));
  return parsed.settings;
};

test.each([
  [
    'forge: github\nrepository: o/r\n',
    ['https://api.github.com'],
    { sign_in: 'token', api_root: 'https://api.github.com' },
  ],
  [
    'forge: github\nrepository: o/r\nservice: https://in.example\n',
    ['https://api.github.com'],
    { sign_in: 'forge', base_url: 'https://in.example' },
  ],
  [
    'forge: github\nrepository: o/r\naddress: https://ghe.example\n',
    ['https://ghe.example'],
    { api_root: 'https://ghe.example/api/v3' },
  ],
  [
    'forge: gitlab\nrepository: g/sub/r\napplication: abc\n',
    ['https://gitlab.com'],
    { auth_type: 'pkce', app_id: 'abc', api_root: 'https://gitlab.com/api/v4' },
  ],
  [
    'forge: forgejo\nrepository: o/r\naddress: https://git.example\n',
    ['https://git.example'],
    { api_root: 'https://git.example/api/v1' },
  ],
])('one setting says where pull requests go: %s', (text, origins, config) => {
  const backend = buildBackend(settings(text));
  expect(backend.origins).toEqual(origins);
  expect(backend.config).toMatchObject({ name: 'tamizdat', branch: 'main', ...config });
});

test('everything that is wrong is said at once, with what to write', () => {
  expect(parseRoomSettings('forge: bitbucket\nbranch: [x]\ntoken: abc\n')).toMatchInlineSnapshot(`
    {
      "faults": [
        "forge must be one of: github, gitlab, gitea, forgejo.",
        "repository must say which repository, such as fortochka/site.",
        "branch must be the name of a branch, such as main.",
        "token is no setting of the writing room: leave it out.",
      ],
    }
  `);
  expect(parseRoomSettings('forge: gitea\nrepository: o/r\nservice: https://x.example\n'))
    .toMatchInlineSnapshot(`
    {
      "faults": [
        "address must say where your gitea is, such as https://git.example.org.",
        "service is for GitHub alone: leave it out, or name an “application” of your forge.",
      ],
    }
  `);
  expect(parseRoomSettings('forge: github\nrepository: o/r\napplication: x\n')).toMatchObject({
    faults: [expect.stringContaining('leave it out')],
  });
});

test('no text throws, and no origin is anything but https', () => {
  fc.assert(
    fc.property(fc.string(), fc.webUrl(), (noise, address) => {
      parseRoomSettings(noise);
      const parsed = parseRoomSettings(
        JSON.stringify({ forge: 'forgejo', repository: 'o/r', address }),
      );
      if ('faults' in parsed) return;
      for (const origin of buildBackend(parsed.settings).origins)
        expect(origin).toMatch(/^https:\/\/[^/]+$/);
    }),
  );
});
