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
import { PanelShell } from '../../components/panel/panel-shell.tsx';
import {
  ContactFields,
  LanguageFields,
  NeedsFields,
} from '../../components/panel/person-fields.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { panelTitle, readPerson, requirePerson } from '../../http/panel-request.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { submitKeeping } from '../../http/submit-keeping.server.ts';
import { languageSchema } from '../../i18n/locales.ts';
import { getOwnDetails } from '../../services/taking-part/get-me.server.ts';
import { contactSchema, needsSchema } from '../../services/taking-part/join-input.ts';
import { saveDetails } from '../../services/taking-part/save-details.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({
  language: languageSchema,
  register: z.enum(['standard', 'easy-read']),
  ...contactSchema.shape,
  ...needsSchema.shape,
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const reader = await readPerson(request);
  const title = await panelTitle(context, reader.frame, (t) => t('me.details'));
  return { frame: reader.frame, title, details: await getOwnDetails(reader) };
}

export async function action({ request }: ActionFunctionArgs) {
  const reader = await requirePerson(request);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') throw data({ code: 'malformed-form' }, { status: 400 });
  const given = submission.value;
  const to = `/panel/me/details?done=saved&lang=${given.language}`;
  return submitKeeping(given, () => saveDetails(reader, given), to);
}

export default function DetailsPage() {
  const { frame, details } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation('panel');
  const { languages, contact, ...shown } = { ...details, ...refused?.given };
  return (
    <PanelShell frame={frame} current="me">
      <RefusalSummary refusal={refused?.refusal} />
      <DoneNotice words={{ saved: t('me.saved') }} />
      <h1>{t('me.details')}</h1>
      <form method="post" noValidate>
        <TokenField />
        <LanguageFields
          languages={languages}
          language={shown.language as typeof frame.language}
          register={shown.register}
        />
        <NeedsFields needs={shown.needs} note={shown.note} />
        <h2>{t('agree.contact')}</h2>
        <p>{t('agree.contactHint')}</p>
        <ContactFields contact={refused?.given ?? contact} />
        <div className="actions">
          <Button>{t('save')}</Button>
          <a href="/panel/me">{t('back')}</a>
        </div>
      </form>
    </PanelShell>
  );
}
