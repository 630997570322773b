export { otherDisk } from './other-disk.ts';
