import type { Transaction } from '#db/database.ts';
import {
  findActivityOf,
  findAsker,
  findChannel,
  findNewestConsentVersion,
  listStrataInUse,
} from '#db/queries/panel-joining.server.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';

/** The way by which somebody hears of a panel. */
export async function requireChannel(code: string) {
  const channel = await withActor({ kind: 'public', key: code }, (tx) => findChannel(tx, { code }));
  if (!channel) throw new ServiceError('not-found', 'join-not-found');
  if (channel.closedOn !== null) throw new ServiceError('gone', 'join-closed');
  return channel;
}

type Panel = NonNullable<Awaited<ReturnType<typeof findPanel>>>;

/** Why people are asked about themselves stands beside the question, or it is not asked. */
export async function askedAbout(tx: Transaction, panel: Panel) {
  const { organisationId, id: panelId, demographicsPurpose, demographicsExpireOn } = panel;
  const isSaid = Object.keys(demographicsPurpose).length > 0;
  if (!isSaid || demographicsExpireOn === null || demographicsExpireOn <= today()) return null;
  const strata = await listStrataInUse(tx, { organisationId, panelId });
  if (strata.length === 0) return null;
  return { purpose: demographicsPurpose, expiresOn: demographicsExpireOn, strata };
}

/** What may be asked about a person of this panel, with purpose and end; null: nothing. */
export type AboutMe = Awaited<ReturnType<typeof askedAbout>>;

/** A panel that takes people now: open, with a policy that was published and texts to agree to. */
export async function requireJoinable(
  tx: Transaction,
  ofPanel: { organisationId: string; panelId: string },
) {
  const panel = await findPanel(tx, ofPanel);
  const asker = await findAsker(tx, ofPanel);
  if (!panel || !asker) throw new ServiceError('not-found', 'join-not-found');
  if (panel.state === 'draft') throw new ServiceError('illegal-state', 'join-not-open');
  if (panel.state === 'closed') throw new ServiceError('gone', 'join-closed');
  const activity = await findActivityOf(tx, { ...ofPanel, activityId: panel.activityId });
  const consent = await findNewestConsentVersion(tx, ofPanel);
  if (panel.policyPublishedOn === null || !activity || !consent) {
    throw new ServiceError('illegal-state', 'join-no-policy');
  }
  const languages = panel.languages.map((tag) => languageSchema.parse(tag));
  return { panel, asker, activity, consent, languages, about: await askedAbout(tx, panel) };
}

export type Joinable = Awaited<ReturnType<typeof requireJoinable>>;
