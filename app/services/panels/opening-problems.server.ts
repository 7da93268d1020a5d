import type { Member } from '#db/actor.server.ts';
import type { Transaction } from '#db/database.ts';
import { listMemberships } from '#db/queries/membership.server.ts';
import { countStrata, listPanelConsentVersions } from '#db/queries/panel-set-up.server.ts';
import { listSites } from '#db/queries/site.server.ts';
import { consentPurposes, type ConsentPurpose } from '#db/schema/panel.ts';
import type { Language } from '#surveys/model/languages.ts';
import { today } from '../../today.ts';
import { languagesWithout } from './languages-without.ts';
import type { Panel } from './read-panel.server.ts';

export type PanelProblem =
  | { code: 'title' | 'about' | 'policy' | 'consent-intro' | 'purpose'; language: Language }
  | { code: 'consent'; language: Language; purpose: ConsentPurpose }
  | {
      code:
        | 'policy-unpublished'
        | 'safeguarding-missing'
        | 'safeguarding-gone'
        | 'site-archived'
        | 'expiry-missing'
        | 'expiry-past';
    };

type Code = Extract<PanelProblem, { language: Language; purpose?: never }>['code'];

async function consentProblems(tx: Transaction, panel: Panel): Promise<PanelProblem[]> {
  const { organisationId, id: panelId, languages } = panel;
  const [version] = await listPanelConsentVersions(tx, { organisationId, panelId });
  const intro = languagesWithout(version?.intro ?? {}, languages);
  return [
    ...intro.map((language) => ({ code: 'consent-intro' as const, language })),
    ...consentPurposes.flatMap((purpose) =>
      languagesWithout(version?.purposes[purpose] ?? {}, languages).map((language) => ({
        ...{ code: 'consent' as const, language, purpose },
      })),
    ),
  ];
}

/** Who is asked about themselves is told why and for how long; nobody else needs to be. */
async function demographicProblems(tx: Transaction, panel: Panel): Promise<PanelProblem[]> {
  const { organisationId, id: panelId, languages, demographicsExpireOn: expiry } = panel;
  if ((await countStrata(tx, { organisationId, panelId })) === 0) return [];
  const expiries = [
    ...(expiry === null ? (['expiry-missing'] as const) : []),
    ...(expiry !== null && expiry <= today() ? (['expiry-past'] as const) : []),
  ];
  return [
    ...languagesWithout(panel.demographicsPurpose, languages).map((language) => ({
      ...{ code: 'purpose' as const, language },
    })),
    ...expiries.map((code) => ({ code })),
  ];
}

async function peopleProblems(
  tx: Transaction,
  { organisationId }: Pick<Member, 'organisationId'>,
  { safeguardingUserId, siteId }: Panel,
): Promise<PanelProblem[]> {
  const memberships = await listMemberships(tx, { organisationId });
  const isHere = memberships.some(({ userId }) => userId === safeguardingUserId);
  const sites = await listSites(tx, { organisationId });
  const isArchived = siteId !== null && !sites.some(({ id }) => id === siteId);
  const missing = safeguardingUserId === null;
  return [
    ...(missing ? [{ code: 'safeguarding-missing' as const }] : []),
    ...(missing || isHere ? [] : [{ code: 'safeguarding-gone' as const }]),
    ...(isArchived ? [{ code: 'site-archived' as const }] : []),
  ];
}

/** What stands between a draft and its opening. */
export async function findPanelProblems(
  tx: Transaction,
  member: Pick<Member, 'organisationId'>,
  panel: Panel,
): Promise<PanelProblem[]> {
  const missing = (code: Code, text: Panel['title']) =>
    languagesWithout(text, panel.languages).map((language) => ({ code, language }));
  const policy = missing('policy', panel.policy);
  const isUnpublished = policy.length === 0 && panel.policyPublishedOn === null;
  return [
    ...missing('title', panel.title),
    ...missing('about', panel.about),
    ...policy,
    ...(isUnpublished ? [{ code: 'policy-unpublished' as const }] : []),
    ...(await consentProblems(tx, panel)),
    ...(await peopleProblems(tx, member, panel)),
    ...(await demographicProblems(tx, panel)),
  ];
}
