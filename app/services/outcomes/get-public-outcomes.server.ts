import { countTakingPart, findAsker, findPublicPanel } from '#db/queries/public-outcomes.server.ts';
import { listClosedRounds } from '#db/queries/own-news.server.ts';
import { listStudies } from '#db/queries/study.server.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { countModerationReasons } from '../contributions/count-moderation-reasons.server.ts';
import type { Outcome } from './present-suggestions.ts';
import { readVotes } from '../panels/read-votes.server.ts';
import { readOutcomes } from './read-outcomes.server.ts';
import { toldInTime } from './told-in-time.server.ts';

/** Titles of other panels, and of studies that were not opened, are nobody's business. */
function withoutUnpublished(
  outcome: Outcome,
  { panelId, openedStudies }: { panelId: string; openedStudies: ReadonlySet<string> },
): Outcome {
  const changes = outcome.changes.map(({ about, ...change }) => {
    const { subject } = about;
    const isHidden =
      (subject.kind === 'panel' && subject.id !== panelId) ||
      (subject.kind === 'study' && !openedStudies.has(subject.id));
    return { ...change, about: isHidden ? { ...about, name: {} } : about };
  });
  return { ...outcome, changes };
}

/**
 * What anybody may read about a panel, once its outcomes are published. It holds what was accepted and
 * stands: nothing that was rejected or withdrawn, nobody's number, and no suggestion whose words were
 * all taken back.
 */
export async function getPublicOutcomes({ slug }: { slug: string }) {
  const panel = await withActor({ kind: 'public', key: slug }, (tx) =>
    findPublicPanel(tx, { slug }),
  );
  if (!panel) throw new ServiceError('not-found');
  const { organisationId, id: panelId, minimumGroup } = panel;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const ofPanel = { organisationId, panelId };
    const asker = await findAsker(tx, panel);
    if (!asker) throw new ServiceError('not-found');
    const studies = await listStudies(tx, { organisationId });
    const opened = studies.filter(({ state }) => state !== 'draft').map(({ id }) => id);
    const openedStudies = new Set(opened);
    const outcomes = (await readOutcomes(tx, ofPanel))
      .filter(({ isWithoutWords }) => !isWithoutWords)
      .map((outcome) => withoutUnpublished(outcome, { panelId, openedStudies }));
    const people = await countTakingPart(tx, ofPanel);
    const rounds = await listClosedRounds(tx, ofPanel);
    const votes = await readVotes(tx, ofPanel, minimumGroup);
    return {
      ...{ asker, minimumGroup, title: panel.title, about: panel.about },
      languages: panel.languages.map((tag) => languageSchema.parse(tag)),
      people: people >= minimumGroup ? people : null,
      rounds: rounds.map(({ id, title, outcome, closedOn }) => ({
        ...{ id, title, outcome, closedOn },
        votes: votes.filter(({ roundId }) => roundId === id),
      })),
      decided: outcomes.filter(({ decisions }) => decisions.length > 0),
      open: outcomes.filter(({ decisions }) => decisions.length === 0),
      told: await toldInTime(tx, panel),
      rejected: await countModerationReasons(tx, panel),
    };
  });
}

export type PublicOutcomes = Awaited<ReturnType<typeof getPublicOutcomes>>;
