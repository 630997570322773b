export { bundleScript, type Plugin, type ScriptEntry } from './bundle-script.ts';
