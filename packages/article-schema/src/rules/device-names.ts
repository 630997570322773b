import type { FieldPath, Finding } from '@tamizdat/problem';

/** Devices of Windows, under any extension (Microsoft, “Naming Files, Paths, and Namespaces”). */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)/i;

/** Whether a file or folder of this name cannot exist on Windows. */
export const isDeviceName = (name: string): boolean => DEVICE.test(name);

/** A name that becomes a file or folder of the site, where Windows takes it for a device. */
export function deviceFindings(name: string, path: FieldPath, example: string): Finding[] {
  if (!isDeviceName(name)) return [];
  return [
    {
      code: 'name-device',
      path,
      found: name,
      message: `The name “${name}” is a device on Windows.`,
      why: 'It becomes the name of a file of the site, which could not be unpacked or copied there.',
      remedy: 'Choose another name, for example with a second word.',
      ru: {
        message: `Имя «${name}» в Windows занято устройством.`,
        why: 'Так будет называться файл сайта, и его там нельзя ни распаковать, ни скопировать.',
        remedy: 'Выберите другое имя, например с ещё одним словом.',
      },
      example,
    },
  ];
}
