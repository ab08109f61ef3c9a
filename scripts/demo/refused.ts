/** What was asked for cannot be done: the message names the option or the file, and the demo ends with 2. */
export class Refused extends Error {}

/** A file that the system does not give us, in words. */
export function unreadable(option: string, path: string, error: unknown): Refused {
  const { code } = error as NodeJS.ErrnoException
  const why: Partial<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder, not a file',
    EACCES: 'it may not be read',
    ENOTDIR: 'a part of its path is no folder',
  }
  return new Refused(`${option} ${path}: ${why[code ?? ''] ?? String(error)}`)
}
