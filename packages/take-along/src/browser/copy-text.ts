/** Puts a text on the clipboard. @throws where the browser does not let it */
export async function copyText(text: string): Promise<void> {
  // Pages without TLS, as mirrors may be, have no such clipboard.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) await clipboard.writeText(text);
  else copyByHand(text);
}

/** The older way: what is selected in a field is copied. */
function copyByHand(text: string): void {
  const field = document.createElement('textarea');
  field.value = text;
  const { activeElement } = document;
  document.body.append(field);
  field.select();
  // Nothing else copies on pages without TLS.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isCopied = document.execCommand('copy');
  field.remove();
  (activeElement as HTMLElement | null)?.focus();
  if (!isCopied) throw new Error('not copied');
}
