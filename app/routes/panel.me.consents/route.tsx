import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { ConsentChoices } from '../../components/panel/consent-choices.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { Paragraphs } from '../../components/panel/paragraphs.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { changeConsents } from '../../services/taking-part/change-consents.server.ts';
import { getOwnConsents } from '../../services/taking-part/get-me.server.ts';
import styles from '../../styles/respondent.css?url';
import { ConfirmEnd } from './confirm-end.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const purposes = z.enum(['read', 'quote', 'credit', 'recontact']);
const schema = z.object({
  consentVersionId: z.uuid(),
  consents: z.array(purposes).default([]),
  confirmed: z.literal('yes').optional(),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('me.consents'));
  const { searchParams } = new URL(request.url);
  const keep = purposes.array().safeParse(searchParams.getAll('keep'));
  /** What else was ticked when the consent to be read was not. */
  const confirm = searchParams.has('confirm') ? (keep.data ?? []) : null;
  const consents = await respond(() => getOwnConsents(reader));
  return { frame: reader.frame, title, consents, confirm };
}

export async function action({ request }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const { consents: granted, consentVersionId, confirmed } = submission.value;
  const isConfirmed = confirmed === 'yes';
  return submit(
    () => changeConsents(reader, { granted, consentVersionId, isConfirmed }),
    (outcome) => {
      if (outcome === 'changed') return '/panel/me/consents?done=saved';
      const kept = new URLSearchParams(granted.map((purpose) => ['keep', purpose]));
      return `/panel/me/consents?confirm&${kept}`;
    },
  );
}

export default function ConsentsPage() {
  const { frame, consents, confirm } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  const granted = consents.purposes.filter((each) => each.granted).map(({ purpose }) => purpose);
  return (
    <PanelShell frame={frame} current="me">
      <RefusalSummary refusal={refused?.refusal} />
      <DoneNotice words={{ saved: t('me.saved') }} />
      {confirm === null ? (
        <>
          <h1>{t('me.consents')}</h1>
          <Paragraphs text={consents.intro} />
          <ul>
            <li>{t('consent.endQuote')}</li>
            <li>{t('consent.endRead')}</li>
          </ul>
          <form method="post">
            <TokenField />
            <input type="hidden" name="consentVersionId" value={consents.consentVersionId} />
            <ConsentChoices purposes={consents.purposes} granted={granted} />
            <div className="actions">
              <Button>{t('save')}</Button>
              <a href="/panel/me">{t('back')}</a>
            </div>
          </form>
        </>
      ) : (
        <ConfirmEnd keep={confirm} consentVersionId={consents.consentVersionId} />
      )}
    </PanelShell>
  );
}
