import type { InBoth } from '@tamizdat/problem';

/** Says why the system does not let a command listen at an address, and what to do. @param code Of the system. */
export function explainListening(code: string, host: string, port: number): InBoth {
  const at = `${host}:${port} (${code})`;
  if (code === 'EACCES' || code === 'EPERM')
    return {
      en: `port-forbidden: ${at} may not be listened at by this account; ports below 1024 mostly belong to the system. Name a higher one. Example: --port 8080`,
      ru: `port-forbidden: ${at}: этой учётной записи здесь слушать нельзя; порты ниже 1024 обычно принадлежат системе. Укажите порт выше. Пример: --port 8080`,
    };
  return {
    en: `host-not-here: ${at} is no address of this machine. Name one that it has, or leave --host out. Example: --host 0.0.0.0`,
    ru: `host-not-here: ${at}: такого адреса у этой машины нет. Укажите её адрес или уберите --host. Пример: --host 0.0.0.0`,
  };
}
