import type { Code } from '#db/queries/codebook.server.ts';
import { ServiceError } from '../../errors.ts';

const plain = (name: string) => name.normalize('NFKC').toLowerCase();

/** Refuses a name that another code in use bears, however it is written. */
export function requireFreeName(
  codes: readonly Pick<Code, 'id' | 'name' | 'retired'>[],
  name: string,
  codeId?: string,
): void {
  const isTaken = codes.some(
    (code) => code.id !== codeId && !code.retired && plain(code.name) === plain(name),
  );
  if (isTaken) throw new ServiceError('invalid', 'code-name-taken');
}
