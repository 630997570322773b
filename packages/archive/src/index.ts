export * from './addresses.ts';
export * from './archive.ts';
export * from './clock.ts';
export * from './instant.ts';
export * from './limits.ts';
export * from './visibility.ts';
export * from './load/index.ts';
export type { LoggedCorrection } from './queries/corrections.ts';
