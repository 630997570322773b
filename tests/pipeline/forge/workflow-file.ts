import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const repository = path.resolve(import.meta.dirname, '../../..');

/** A step of a job, as far as these workflows use them. */
export interface Step {
  name?: string;
  id?: string;
  if?: string;
  uses?: string;
  with?: Record<string, string | number | boolean>;
  run?: string;
  env?: Record<string, string>;
  'working-directory'?: string;
}

/** Runs of one group wait for each other. */
export interface Concurrency {
  group: string;
  queue?: string;
  'cancel-in-progress'?: boolean;
}

export interface Job {
  if?: string;
  needs?: string;
  environment?: string;
  concurrency?: Concurrency;
  permissions?: Record<string, string>;
  outputs?: Record<string, string>;
  'timeout-minutes'?: number;
  /** Of another workflow that is called. */
  uses?: string;
  steps?: Step[];
}

export interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  concurrency?: Concurrency;
  defaults?: { run: { shell: string } };
  jobs: Record<string, Job>;
}

export function readRepository(file: string): string {
  return readFileSync(path.join(repository, file), 'utf8');
}

export const loadWorkflow = (file: string): Workflow => parse(readRepository(file)) as Workflow;

export const stepsOf = ({ jobs }: Workflow): Step[] =>
  Object.values(jobs).flatMap(({ steps }) => steps ?? []);
