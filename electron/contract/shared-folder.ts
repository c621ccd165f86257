/* Folders of a shared store. Apart from its schemas, since every start of the program reads the command line with it. */

const LIMITS = {
  /** Of one part, such as a board's name. */
  part: 64,
  /** Folders below the store's prefix. */
  depth: 4,
} as const;

/** A part of a folder's path: no separators, nothing that a URL or a file name would read differently. */
const FOLDER_PART = /^[A-Za-z0-9](?:[A-Za-z0-9 ._-]*[A-Za-z0-9_-])?$/;

/** Whether a text is a folder below the store's prefix: parts with `/` in between; '' is the prefix itself. */
export const isFolder = (text: string): boolean => {
  if (text === '') return true;
  const parts = text.split('/');
  return (
    parts.length <= LIMITS.depth &&
    parts.every((part) => part.length <= LIMITS.part && FOLDER_PART.test(part))
  );
};

/** Whether a folder is another one, or below it. */
export const isWithin = (folder: string, other: string): boolean =>
  folder === other || folder.startsWith(`${other}/`);
