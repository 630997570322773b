/** Faces and colours of a letter on light paper; dark mode’s stand in its stylesheet. */
export const SERIF = `Georgia,'Times New Roman',serif`;
export const SANS = `-apple-system,'Segoe UI',Roboto,Arial,sans-serif`;
export const INK = '#1b1a18';
export const MUTE = '#5f5b54';
export const PAPER = '#fffefb';
export const HAIRLINE = '#dbd6cc';
