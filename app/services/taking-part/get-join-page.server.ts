import { listRatesOn } from '#db/queries/panel-joining.server.ts';
import { consentPurposes } from '#db/schema/panel.ts';
import { randomBytes } from 'node:crypto';
import { withActor } from '../../database.server.ts';
import { negotiateLanguage } from '../../i18n/locales.ts';
import { today } from '../../today.ts';
import { requireChannel, requireJoinable, type Joinable } from './require-joinable.server.ts';

function frameOf({ asker, languages }: Joinable, wanted: readonly string[]) {
  return { ...asker, languages, language: negotiateLanguage(wanted, languages) };
}

/** What a code leads to: what is asked, how far their say goes, what it takes, what is offered. */
export async function getJoinPage({ code, wanted }: { code: string; wanted: readonly string[] }) {
  const { organisationId, panelId } = await requireChannel(code);
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const found = await requireJoinable(tx, { organisationId, panelId });
    const { panel, activity } = found;
    return {
      ...frameOf(found, wanted),
      title: panel.title,
      about: panel.about,
      policy: panel.policy,
      minutesPerQuarter: panel.minutesPerQuarter,
      activity,
      rates: await listRatesOn(tx, { organisationId, day: today() }),
    };
  });
}

/** The form in which somebody agrees. `key` goes into it, so that sending twice is joining once. */
export async function getJoinForm({ code, wanted }: { code: string; wanted: readonly string[] }) {
  const { organisationId, panelId } = await requireChannel(code);
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const found = await requireJoinable(tx, { organisationId, panelId });
    const { panel, consent, about } = found;
    return {
      ...frameOf(found, wanted),
      title: panel.title,
      intro: consent.intro,
      purposes: consentPurposes.map((purpose) => ({ purpose, text: consent.purposes[purpose] })),
      consentVersionId: consent.id,
      about,
      key: randomBytes(24).toString('base64url'),
    };
  });
}

export type JoinForm = Awaited<ReturnType<typeof getJoinForm>>;
