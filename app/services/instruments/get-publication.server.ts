import type { Member } from '#db/actor.server.ts';
import { publishingProblems } from '#surveys/model/publishable.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { authorise } from '../../permissions.ts';
import { compareWithPredecessor } from './compare-versions.server.ts';
import { declaredLanguages } from './declared-languages.ts';
import { requireVersion, type VersionAddress } from './internal.server.ts';

/** What a person is told before a draft is frozen. */
export async function getPublication(member: Member, address: VersionAddress) {
  authorise(member, 'instruments.publish');
  return withActor(member, async (tx) => {
    const version = await requireVersion(tx, member, address);
    if (version.state !== 'draft') {
      throw new ServiceError('illegal-state', 'version-published', { number: version.number });
    }
    const { document, contentHash } = version;
    const comparison = await compareWithPredecessor(tx, member, { ...address, version });
    return {
      instrument: document.title,
      baseHash: contentHash,
      problems: publishingProblems(document, declaredLanguages(document)),
      strongestEquivalence: comparison?.strongestEquivalence ?? null,
    };
  });
}
