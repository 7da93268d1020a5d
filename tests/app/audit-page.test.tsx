import { I18nextProvider } from 'react-i18next';
import { beforeAll, expect, it } from 'vitest';
import { addDays } from '#app/days.ts';
import { createI18n } from '#app/i18n/create-i18n.ts';
import { formatTag } from '#app/i18n/locales.ts';
import AuditPage, {
  loader,
} from '#app/routes/_workspace.models.$systemId.deployments_.$deploymentId_.monitoring_.audits_.$auditId/route.tsx';
import { today } from '#app/today.ts';
import type { Member } from '#db/actor.server.ts';
import { languages, type Language } from '#surveys/model/languages.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { signedInAs } from '#tests/support/signed-in.ts';
import { auditing } from '../services/fairness/audited-place.ts';
import { attributesOf, plainText } from './components/support/markup.ts';
import { renderInRouter } from './components/support/render-in-router.tsx';

describeOnDatabases('the page of a fairness audit whose period is not over', () => {
  let who: Awaited<ReturnType<typeof signedInAs>>;
  let ids: { systemId: string; deploymentId: string; auditId: string };

  beforeAll(async () => {
    who = await signedInAs('model-owner');
    const { organisationId, userId } = who;
    const owner: Member = {
      ...{ kind: 'member', organisationId, userId, role: 'model-owner', siteIds: null },
    };
    const steps = auditing(owner, who);
    const { ids: place } = await steps.here();
    ids = { ...place, ...(await steps.plan(place, { lastDay: addDays(today(), 5) })) };
  });

  async function open(language: Language) {
    const query = `?lang=${language}`;
    const request = new Request(`http://localhost:3000/x${query}`, { headers: who.headers });
    const page = await loader({ request, params: ids, context: {} });
    return renderInRouter(
      <I18nextProvider i18n={await createI18n(language)}>
        <AuditPage />
      </I18nextProvider>,
      query,
      undefined,
      page,
    );
  }

  it('says that it shows no verdicts, and where groups stand all the same', async () => {
    const text = plainText(await open('en'));
    expect(text).toContain('This audit shows no verdicts before somebody opens them');
    expect(text).toContain('on that metric’s own page all the time, by the plan’s margins');
  });

  it.each(languages)('says in %s from which day on verdicts are opened', async (language) => {
    const t = (await createI18n(language)).getFixedT(language, 'fairness');
    const day = new Intl.DateTimeFormat(formatTag(language), {
      ...{ dateStyle: 'medium', timeZone: 'UTC' },
    }).format(new Date(addDays(today(), 6)));
    const markup = await open(language);
    expect(plainText(markup)).toContain(t('opensOn', { day }));
    expect(attributesOf(markup, 'input', 'value')).toContain('withdraw');
    expect(attributesOf(markup, 'input', 'value')).not.toContain('open');
  });
});
