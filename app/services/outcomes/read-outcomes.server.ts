import type { Transaction } from '#db/database.ts';
import { listLinkedContributions } from '#db/queries/quotable-words.server.ts';
import {
  listChanges,
  listDecisions,
  listSuggestions,
  type OfPanel,
} from '#db/queries/suggestion.server.ts';
import { today } from '../../today.ts';
import { listSubjects, nameSubject } from './list-subjects.server.ts';
import { presentSuggestions } from './present-suggestions.ts';

/** All suggestions of a panel, the one that waits longest first. */
export async function readOutcomes(tx: Transaction, ofPanel: OfPanel) {
  const listed = await listSuggestions(tx, ofPanel);
  const decisions = await listDecisions(tx, ofPanel);
  const changes = await listChanges(tx, ofPanel);
  const linked = await listLinkedContributions(tx, ofPanel);
  const known = changes.length === 0 ? [] : await listSubjects(tx, ofPanel);
  return presentSuggestions(listed, {
    decisions,
    changes: changes.map(({ subject, ...change }) => ({
      ...change,
      about: nameSubject(known, subject),
    })),
    linked,
    on: today(),
  });
}
