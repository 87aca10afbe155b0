import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure, ProofpackError } from '../kernel/failure.ts';

/** The code of a system error (`ENOSPC`), if it is one. */
export function errno(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** A system error as one of ours, with its cure; what is no system error passes unchanged, since it is a bug. */
export function diskTrouble(error: unknown, path: string): unknown {
  if (error instanceof ProofpackError) return error;
  const code = errno(error);
  if (code === 'ERR_FS_FILE_TOO_LARGE') return failure(diagnostic('file-too-large', { path }), { cause: error });
  return code === undefined || !/^E[A-Z0-9]+$/.test(code)
    ? error
    : failure(troubleNote(code, path), { exit: 6, cause: error });
}

export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskTrouble(error, path);
  }
}

function troubleNote(code: string, path: string): Diagnostic {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diagnostic('disk-full', { path });
    case 'EFBIG':
      return diagnostic('disk-limit', { path });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return diagnostic('disk-denied', { path });
    case 'EBUSY':
    case 'ETXTBSY':
      return diagnostic('disk-busy', { path });
    case 'ENOENT':
    case 'ENOTDIR':
      return diagnostic('disk-missing', { path });
    default:
      return diagnostic('disk-failed', { path, reason: code });
  }
}
