import { readdirSync } from 'node:fs';
import type { Adversary } from '../adversary.ts';

/** All adversaries, by number. */
export async function loadAdversaries(): Promise<Adversary[]> {
  const files = readdirSync(import.meta.dirname).filter((name) => /^\d\d-.+\.ts$/.test(name));
  const modules = await Promise.all(
    files.sort().map((name) => import(`./${name}`) as Promise<{ default: Adversary }>),
  );
  return modules.map((module) => module.default);
}
