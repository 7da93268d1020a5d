import type { Member } from '#db/actor.server.ts';
import {
  insertPanelConsentVersion,
  listPanelConsentVersions,
} from '#db/queries/panel-set-up.server.ts';
import { consentPurposes, type ConsentPurpose } from '#db/schema/panel.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { contentHash } from '../content-hash.server.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { languagesWithout } from './languages-without.ts';

export type ConsentTexts = { intro: LocalText; purposes: Record<ConsentPurpose, LocalText> };

/**
 * A changed text is a new version, for people who join or are asked again from now on; whoever agreed
 * to an earlier one agreed to that one. While people can join, no language may be left without a text.
 */
export async function saveConsentTexts(
  member: Member,
  { panelId, intro, purposes }: ConsentTexts & { panelId: string },
): Promise<{ isNew: boolean }> {
  return changePanel(member, { panelId, permission: 'panels.manage' }, async (tx, panel) => {
    const texts = { intro, purposes };
    const all = [intro, ...consentPurposes.map((purpose) => purposes[purpose])];
    const isIncomplete = all.some((text) => languagesWithout(text, panel.languages).length > 0);
    if (panel.state === 'open' && isIncomplete) {
      throw new ServiceError('invalid', 'consent-incomplete');
    }
    const ofPanel = { organisationId: member.organisationId, panelId };
    const [newest] = await listPanelConsentVersions(tx, ofPanel);
    const hash = contentHash(texts);
    if (newest?.contentHash === hash) return { isNew: false };
    const number = (newest?.number ?? 0) + 1;
    const version = { ...ofPanel, number, ...texts, contentHash: hash };
    if (!(await insertPanelConsentVersion(tx, version))) throw new ServiceError('conflict');
    await auditPanel(tx, member, {
      action: 'panel.consent-saved',
      panelId,
      detail: { number, contentHash: hash },
    });
    return { isNew: true };
  });
}
