import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { randomUUID } from 'node:crypto';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TextareaField } from '../../components/textarea-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { submitKeeping } from '../../http/submit-keeping.server.ts';
import { findNamedPerson } from '../../services/safeguarding/find-named-person.server.ts';
import { askForContact } from '../../services/taking-part/ask-for-contact.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ key: z.uuid(), note: z.string().max(5000).default('') });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('contact.title'));
  const named = await findNamedPerson(reader.panel);
  const reads = named && { name: named.name, hours: named.hours };
  return { frame: reader.frame, title, reads, key: randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const given = submission.value;
  return submitKeeping(given, () => askForContact(reader, given), '/panel/contact?done=asked');
}

export default function ContactPage() {
  const { frame, reads, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  const { contact } = frame;
  return (
    <PanelShell frame={frame}>
      <RefusalSummary refusal={refused?.refusal} />
      <DoneNotice words={{ asked: t('contact.done') }} />
      <h1>{t('contact.title')}</h1>
      <Notice tone="concern" title={t('contact.noEmergency')}>
        {t('contact.emergency')}
      </Notice>
      {reads === null ? (
        <p>{t('contact.nobody', { contact })}</p>
      ) : (
        <>
          <p>{t('contact.who', { name: reads.name })}</p>
          <p>{t('contact.when', { count: reads.hours })}</p>
          <p>{t('contact.nobodyElse')}</p>
          <form method="post">
            <TokenField />
            <input type="hidden" name="key" value={refused?.given.key ?? key} />
            <TextareaField
              id="note"
              name="note"
              label={t('contact.note')}
              hint={t('contact.noteHint')}
              optionalLabel={t('optionalField')}
              dir="auto"
              maxLength={2000}
              defaultValue={refused?.given.note}
            />
            <div className="actions">
              <Button>{t('contact.send')}</Button>
              <a href="/panel">{t('back')}</a>
            </div>
          </form>
        </>
      )}
    </PanelShell>
  );
}
