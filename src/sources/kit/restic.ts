const UNREAD = /^(?:\d{4}-\d\d-\d\d\S*[T ]?\S*\s+)?(error: |.* does not exist, skipping$)/;

/** What restic says on its error stream of a file or folder that it could not back up. */
export function resticUnread(line: string): boolean {
  return UNREAD.test(line);
}

/**
 * A failure and nothing else: restic then does not tell which of its commands failed. Each source whose command may end so
 * claims it, and a person says which one it was.
 */
export const RESTIC_ALONE = {
  shape: 'json-lines',
  required: { message_type: 'exit_error', code: true },
  forbidden: ['total_files', 'total_files_processed', 'num_errors', 'files_restored'],
} as const;

/** Exit codes with which restic never came to read the repository: it is not there, is locked, or the password is wrong. */
export const RESTIC_NEVER_BEGAN: readonly (number | undefined)[] = [10, 11, 12];
