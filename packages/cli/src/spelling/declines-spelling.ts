import { isMap, isSeq } from 'yaml';
import { openYaml } from '../edit/yaml-document.ts';

/** Whether a front matter, right or wrong otherwise, declines the advice on spelling. */
export function declinesSpelling(yaml: string): boolean {
  const declined = openYaml(yaml).get('declined');
  return (
    isSeq(declined) &&
    declined.items.some((entry) => isMap(entry) && entry.get('rule') === 'spelling')
  );
}
