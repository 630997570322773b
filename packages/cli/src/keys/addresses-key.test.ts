import { createHash } from 'node:crypto';
import path from 'node:path';
import {
  initKeys,
  loadState,
  makeKey,
  Sealer,
  sealKey,
  startStretching,
  writeKeyFile,
  writeSeed,
} from '@tamizdat/release';
import { NOW } from '@tamizdat/release/testing';
import { parseRoot } from '@tamizdat/verify';
import { expect, test, vi } from 'vitest';
import { place, useRenewedOutlet, writeList } from '../../testing/renewed-outlet.ts';
import { tamizdat } from '../../testing/sample-outlet.ts';
import { loadKeyFolder } from '../doctor/facts/key-folder.ts';
import { commandsOf, findPlace } from '../doctor/place.ts';
import { judgeExpiry } from '../doctor/questions/expiry.ts';
import { judgeLoop } from '../doctor/questions/key-of-lists.ts';
import { judgeRoles } from '../doctor/questions/key-roles.ts';
import { readKeyring } from '../release/list-signers.ts';
import { openSigners } from '../release/open-signers.ts';
import { judgeKeys } from './judge-keys.ts';
import { loadRoots } from './root-files.ts';

/** What is said of the key for lists of mirrors, which the signed head names, and no root. */

useRenewedOutlet();

const DAY = 86_400_000;
const own = createHash('sha256').update('Fortochka, addresses').digest();

function keep(name: string, seed: Uint8Array): void {
  const about = { role: 'addresses', name } as const;
  writeKeyFile(
    place.keys,
    sealKey(seed, about, new Sealer('five random words'), startStretching()),
  );
}
const show = async (...args: string[]): Promise<string> => {
  const home = path.dirname(place.content);
  const { code, out } = await tamizdat(['keys', 'show', place.keys, ...args], home);
  expect(code).toBe(0);
  return out;
};

test('keys show lists it by what is signed, tells one that was replaced, and one of which nothing is known', async () => {
  const content = ['--content', place.content];
  expect(await show(...content)).toMatch(
    /^addresses: 1 of 1 sign\n {2}[0-9a-f]{16} {2}not in this folder$/m,
  );
  keep('addresses', own);
  keep('addresses-2', makeKey('addresses', 'addresses-2').seed);
  const shown = await show(...content);
  expect(shown).toMatch(/^addresses: 1 of 1 sign\n {2}[0-9a-f]{16} {2}addresses$/m);
  expect(shown).toContain('addresses-2 was replaced');
  const elsewhere = await show('--content', path.join(place.content, '../nowhere/content'));
  expect(elsewhere).not.toContain('1 of 1 sign\n  addresses');
  expect(elsewhere).toContain('addresses is for the list of mirrors; no signed release');
  expect(elsewhere).not.toContain('was replaced');
});

test('the doctor asks for it where lists are left to it', async () => {
  const head = loadState(place.state)?.head;
  const folder = loadKeyFolder(place.keys);
  const shown = await judgeKeys(await loadRoots(place.keys), [], head);
  const others = ['targets', 'snapshot', 'timestamp'] as const;
  const [lacking] = judgeRoles(shown, folder, others);
  expect(lacking).toMatchObject({ code: 'roles-lacking', when: 'soon' });
  expect(lacking?.text.en).toContain('nobody can sign for: addresses.');
  expect(judgeRoles(shown, folder, [...others, 'addresses'])[0]).toMatchObject({ state: 'good' });
});

test('and where the machine renews the list by itself', async () => {
  const head = loadState(place.state)?.head;
  const env = { TAMIZDAT_KEY_SNAPSHOT: 'x', TAMIZDAT_KEY_TIMESTAMP: 'x' };
  const ask = (more: NodeJS.ProcessEnv, of = head) =>
    judgeLoop({ content: place.content, env: more }, of);
  expect(await ask(env)).toMatchObject([{ code: 'addresses-key-lacking', when: 'soon' }]);
  expect(await ask({ ...env, TAMIZDAT_KEY_ADDRESSES: 'x' })).toEqual([]);
  expect(await ask({ TAMIZDAT_KEY_TIMESTAMP: 'x' })).toEqual([]);
  expect(await judgeLoop({ content: place.content, env }, undefined)).toEqual([]);
  writeList('');
  expect(await ask(env)).toEqual([]);
});

test('the doctor tells when what it signed runs out', () => {
  const { content, tree, keys } = place;
  const given = { content, keys, tree, remote: undefined, branch: 'site-state' };
  const commands = commandsOf(findPlace({ ...given, proxy: undefined, isOffline: true }, NOW, {}));
  const ask = (days: number) => {
    const far = NOW + 400 * DAY;
    const rest = { root: far, targets: far, snapshot: far, timestamp: far };
    const [found] = judgeExpiry({ ...rest, addresses: NOW + days * DAY }, NOW, commands);
    return found;
  };
  expect(ask(300)).toMatchObject({ code: 'expiry', state: 'good' });
  expect(ask(300)?.text.en).toContain('300');
  expect(ask(20)).toMatchObject({ code: 'addresses-expires', when: 'soon' });
  expect(ask(-1)).toMatchObject({ code: 'addresses-expires', when: 'now' });
  expect(ask(20)?.commands[0]).toMatch(/^npx tamizdat mirrors sign /);
});

test('keys are opened with a passphrase that is known, without asking again', async () => {
  vi.unstubAllEnvs();
  vi.stubEnv('TAMIZDAT_PASSPHRASE', '');
  const folder = path.join(place.keys, 'made');
  initKeys({ folder, passphrase: 'five random words', now: NOW });
  const root = await parseRoot((await loadRoots(folder)).at(-1) ?? new Uint8Array());
  const known = vi.fn(() => Promise.resolve('five random words'));
  const opened = await openSigners(folder, root, ['targets', 'snapshot'], known);
  expect(opened).toMatchObject({ targets: [{}], snapshot: [{}] });
});

test('where it lacks, or is another one, it is named as what it is, with what to do', async () => {
  const signing = async () => {
    const { keyring } = await readKeyring(
      await loadRoots(place.keys),
      loadState(place.state)?.head,
    );
    return openSigners(undefined, keyring, ['addresses', 'snapshot']);
  };
  await expect(signing()).resolves.toMatchObject({ addresses: [{}] });
  vi.stubEnv('TAMIZDAT_KEY_ADDRESSES', '');
  const lacking = /^keys-missing: .*role “addresses”.* 1 of [0-9a-f]{8}, .*none is at hand\.\n/;
  await expect(signing()).rejects.toThrow(lacking);
  await expect(signing()).rejects.toThrow('mirrors delegate <tree> --keys <keys> --new-key');
  await expect(signing()).rejects.not.toThrow(/root 1/);
  vi.stubEnv('TAMIZDAT_KEY_ADDRESSES', writeSeed(makeKey('addresses', 'another').seed));
  await expect(signing()).rejects.toThrow('what is at hand is another one');
});
