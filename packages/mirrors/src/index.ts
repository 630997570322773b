export { SILENCE_MS } from './limits.ts';
