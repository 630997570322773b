import { startSettings } from './settings/start-settings.ts';

const root = document.querySelector<HTMLElement>('[data-reader]');
if (root && 'serviceWorker' in navigator) startSettings(root).catch(() => undefined);
