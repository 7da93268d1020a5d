import { parseWithZod } from '@conform-to/zod/v4';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DataTable } from '../../components/data-table.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { LocalTextList } from '../../components/local-text.tsx';
import { PanelHeader } from '../../components/panel-header.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { SettingsTabs } from '../../components/settings-tabs.tsx';
import { useLocal } from '../../components/use-local.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMember, requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid, submitForm } from '../../http/submit-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { panelPageTitle } from '../../i18n/panel-title.server.ts';
import { localTextField } from '../../services/local-text-schema.ts';
import { getConsentTexts } from '../../services/panels/get-consent-texts.server.ts';
import { panelParams } from '../../services/panels/panel-params.ts';
import { saveConsentTexts } from '../../services/panels/save-consent-texts.server.ts';
import { ConsentTextsForm } from './consent-texts-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const text = localTextField(5000);
const schema = z.object({ intro: text, read: text, quote: text, credit: text, recontact: text });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const page = await respond(() => getConsentTexts(member, parseParams(params, panelParams)));
  const pageTitle = await panelPageTitle(request, 'settings', page.frame.title);
  return { pageTitle, ...page };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'panels.manage');
  const { panelId } = parseParams(params, panelParams);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const { intro, ...purposes } = submission.value;
  return submitForm(
    submission,
    () => saveConsentTexts(member, { panelId, intro, purposes }),
    ({ isNew }) => `/panels/${panelId}/settings/consent?done=${isNew ? 'saved' : 'unchanged'}`,
    { 'consent-incomplete': 'intro' },
  );
}

function Versions({ versions }: Pick<Awaited<ReturnType<typeof loader>>, 'versions'>) {
  const { t } = useTranslation('panels');
  const { date, number } = useLocal();
  if (versions.length === 0) return null;
  return (
    <DataTable
      id="versions"
      caption={t('consent.versions')}
      columns={[
        { key: 'number', label: t('consent.version') },
        { key: 'savedOn', label: t('consent.savedOn') },
        { key: 'hash', label: t('consent.hash') },
      ]}
      rows={versions.map((version) => ({
        key: String(version.number),
        cells: {
          number: number(version.number),
          savedOn: date(version.createdAt),
          hash: <code dir="ltr">{version.contentHash.slice(0, 12)}</code>,
        },
      }))}
    />
  );
}

export default function PanelConsentPage() {
  const { frame, texts, versions } = useLoaderData<typeof loader>();
  const { t } = useTranslation('panels');
  const reply = useActionData<typeof action>();
  const isEditable = frame.may.manage && frame.state !== 'closed';
  return (
    <>
      <PanelHeader frame={frame} />
      <SettingsTabs panelId={frame.id} current="consent" />
      <DoneNotice words={{ saved: t('consent.saved'), unchanged: t('consent.unchanged') }} />
      <RefusalSummary refusal={reply?.refusal} />
      <p className="muted">{t('consent.text')}</p>
      {isEditable ? (
        <ConsentTextsForm
          texts={texts}
          languages={frame.languages}
          result={reply?.result ?? null}
        />
      ) : (
        texts.map(({ part, saved }) => (
          <section key={part} className="stack" aria-labelledby={part}>
            <h2 id={part}>{t(`consent.part.${part}`)}</h2>
            <LocalTextList text={saved} none={t('none')} />
          </section>
        ))
      )}
      <Versions versions={versions} />
    </>
  );
}
