/** Content-ID of an item's picture inside its mail (RFC 2392); unique within the mail, which is all it must be. */
export const pictureId = (index: number): string => `picture-${index + 1}@letter`;
