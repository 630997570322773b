/** Whether data that another machine wrote is an object with names, which every reader of such data asks first. */
export const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
