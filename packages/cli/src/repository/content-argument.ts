/** The option of every command that reads the content. */
export const contentArgument = {
  type: 'string',
  description: 'Folder of the content',
  valueHint: 'folder',
} as const;
