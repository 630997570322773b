import { OFF } from '../may-register.ts';
import { part, type Place, tell } from './place.ts';

/** The two ways out: delete everything, and never again. */
export function startDeleting({ root, ask, word }: Place): void {
  const end = async (): Promise<void> => {
    await ask({ ask: 'purge' });
    tell(root, 'purged', word('purged'));
  };
  part(root, 'purge')?.addEventListener('click', () => {
    localStorage.removeItem(OFF);
    void end();
  });
  part(root, 'off')?.addEventListener('click', () => {
    localStorage.setItem(OFF, 'off');
    void end();
  });
}
