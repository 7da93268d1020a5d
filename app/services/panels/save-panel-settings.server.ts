import type { Member } from '#db/actor.server.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import type { Transaction } from '#db/database.ts';
import type { LocalText } from '#surveys/model/languages.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { authoriseSite, requireSiteInUse } from '../involvement/internal.server.ts';
import { auditPanel, changePanel } from './change-panel.server.ts';
import { checkPanel, type PanelDescription } from './create-panel.server.ts';
import { savePanel } from './internal.server.ts';
import type { Panel } from './read-panel.server.ts';

export type PanelSettings = PanelDescription & {
  /** A user of the organisation, or nobody yet. */
  safeguardingUserId: string | null;
  safeguardingWithinHours: number;
  minutesPerQuarter: number;
  demographicsPurpose: LocalText;
  demographicsExpireOn: string | null;
};

const invalid = (reason: string) => new ServiceError('invalid', reason);

/**
 * What people were promised when they joined is not taken from them: an open panel keeps its site and
 * its languages, and groups that may be described only grow.
 */
function checkPromises(panel: Panel, settings: PanelSettings): void {
  if (panel.state === 'draft') return;
  if (settings.siteId !== panel.siteId) throw invalid('panel-site-fixed');
  const before = [...panel.languages].sort().join();
  if ([...settings.languages].sort().join() !== before) throw invalid('panel-language-fixed');
  if (settings.minimumGroup < panel.minimumGroup) throw invalid('minimum-group-lowered');
  if (settings.safeguardingUserId === null) throw invalid('safeguarding-unknown');
}

async function checkSafeguarding(tx: Transaction, member: Member, settings: PanelSettings) {
  const { safeguardingUserId } = settings;
  if (safeguardingUserId === null) return;
  const { organisationId } = member;
  const memberships = await listMemberships(tx, { organisationId });
  if (!memberships.some(({ userId }) => userId === safeguardingUserId)) {
    throw invalid('safeguarding-unknown');
  }
}

/** Saves what a panel is and what protects its people. */
export async function savePanelSettings(
  member: Member,
  { panelId, revision, ...settings }: PanelSettings & { panelId: string; revision: number },
): Promise<void> {
  await changePanel(member, { panelId, permission: 'panels.manage' }, async (tx, panel) => {
    authoriseSite(member, 'panels.manage', settings.siteId);
    checkPanel(settings);
    checkPromises(panel, settings);
    const { demographicsExpireOn, siteId } = settings;
    const isNewDay = demographicsExpireOn !== panel.demographicsExpireOn;
    if (demographicsExpireOn !== null && isNewDay && demographicsExpireOn <= today()) {
      throw invalid('demographics-past');
    }
    if (siteId !== panel.siteId) await requireSiteInUse(tx, member, siteId);
    await checkSafeguarding(tx, member, settings);
    await savePanel(tx, member, { panelId, revision, change: settings });
    await auditPanel(tx, member, { action: 'panel.edited', panelId, detail: { ...settings } });
  });
}
