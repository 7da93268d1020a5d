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
import { DoneNotice } from '../../components/done-notice.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { submitKeeping } from '../../http/submit-keeping.server.ts';
import { chooseCredit } from '../../services/taking-part/choose-credit.server.ts';
import { getOwnCredit } from '../../services/taking-part/get-me.server.ts';
import styles from '../../styles/respondent.css?url';
import { CreditForm } from './credit-form.tsx';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  outputId: z.uuid(),
  choice: z.enum(['named', 'pseudonym', 'none']),
  name: z.string().max(200).default(''),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('me.credit'));
  const { number } = reader.person;
  return { frame: reader.frame, title, number, ...(await getOwnCredit(reader)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const given = submission.value;
  return submitKeeping(given, () => chooseCredit(reader, given), '/panel/me/credit?done=saved');
}

export default function CreditPage() {
  const { frame, mayBeNamed, outputs, number } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  return (
    <PanelShell frame={frame} current="me">
      <RefusalSummary refusal={refused?.refusal} />
      <DoneNotice words={{ saved: t('me.saved') }} />
      <h1>{t('me.credit')}</h1>
      <p>{outputs.length === 0 ? t('credit.none') : t('credit.intro')}</p>
      {!mayBeNamed && (
        <p>
          {t('credit.noConsent')} <a href="/panel/me/consents">{t('me.consents')}</a>
        </p>
      )}
      {outputs.map((output) => (
        <CreditForm
          key={output.id}
          output={output}
          number={number}
          mayBeNamed={mayBeNamed}
          given={refused?.given.outputId === output.id ? refused.given : undefined}
        />
      ))}
    </PanelShell>
  );
}
