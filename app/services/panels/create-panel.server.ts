import { randomBytes, randomUUID } from 'node:crypto';
import type { Member } from '#db/actor.server.ts';
import { insertPanel } from '#db/queries/panel-set-up.server.ts';
import type { Language, LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import {
  authoriseSite,
  requireActivity,
  requireSiteInUse,
} from '../involvement/internal.server.ts';
import { auditPanel } from './change-panel.server.ts';
import { largestGroup, lowestGroup } from './panel-limits.ts';

export type PanelDescription = {
  title: LocalText;
  about: LocalText;
  languages: Language[];
  /** Null: the whole organisation. */
  siteId: string | null;
  minimumGroup: number;
};

/** Refuses what no panel may be, whatever form it came from. */
export function checkPanel({ title, languages, minimumGroup }: PanelDescription): void {
  const refuse = (reason: string) => {
    throw new ServiceError('invalid', reason);
  };
  if (Object.values(title).every((words) => words.trim() === '')) refuse('title-missing');
  if (languages.length === 0) refuse('panel-language-missing');
  if (minimumGroup < lowestGroup || minimumGroup > largestGroup) refuse('minimum-group-wrong');
}

/** A draft. Its address stays: people are given the page of what came of it. */
export async function createPanel(
  member: Member,
  { slug, ...panel }: PanelDescription & { activityId: string; slug?: string | undefined },
): Promise<{ panelId: string }> {
  authoriseSite(member, 'panels.manage', panel.siteId);
  checkPanel(panel);
  const panelId = randomUUID();
  const ofPanel = { organisationId: member.organisationId, panelId };
  const address = slug ?? `panel-${randomBytes(4).toString('hex')}`;
  await withActor(member, async (tx) => {
    await requireActivity(tx, member, panel.activityId);
    await requireSiteInUse(tx, member, panel.siteId);
    if (!(await insertPanel(tx, { ...ofPanel, ...panel, slug: address }))) {
      throw new ServiceError('invalid', 'panel-address-taken');
    }
    await auditPanel(tx, member, {
      action: 'panel.created',
      panelId,
      detail: { ...panel, slug: address },
    });
  });
  return { panelId };
}
