import { useForm } from '@conform-to/react';
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { errorLinks, fieldProps } from '../../components/form-fields.ts';
import { SignInPage } from '../../components/sign-in-page.tsx';
import { TextField } from '../../components/text-field.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { localPath } from '../../http/local-path.ts';
import { readForm } from '../../http/read-form.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { translate } from '../../i18n/translate.server.ts';
import {
  confirmSecondFactor,
  secondFactorChallenge,
} from '../../services/sign-in/confirm-second-factor.server.ts';
import styles from '../../styles/respondent.css?url';

export const handle = { script: false };
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const schema = z.object({ code: z.string({ error: 'code-missing' }).max(40, 'code-refused') });

function requireChallenge(request: Request): void {
  if (!secondFactorChallenge(request.headers)) throw redirect('/sign-in?ended=1');
}

export async function loader({ request }: LoaderFunctionArgs) {
  requireChallenge(request);
  const i18n = await translate(request);
  return { title: i18n.t('sign-in:secondFactor.title') };
}

export async function action({ request }: ActionFunctionArgs) {
  requireChallenge(request);
  const submission = parseWithZod(await readForm(request), { schema });
  if (submission.status !== 'success') {
    return data({ result: submission.reply() }, { status: 400 });
  }
  const cookies = await respond(() => confirmSecondFactor(request.headers, submission.value.code));
  if (!cookies) {
    const reply = { fieldErrors: { code: ['code-refused'] }, hideFields: ['code'] };
    return data({ result: submission.reply(reply) }, { status: 400 });
  }
  const to = localPath(new URL(request.url).searchParams.get('to'));
  return redirect(to, { status: 303, headers: cookies });
}

export default function SecondFactorPage() {
  const { title } = useLoaderData<typeof loader>();
  const { t } = useTranslation(['sign-in', 'common']);
  const [form, fields] = useForm<z.infer<typeof schema>>({
    id: 'second-factor',
    lastResult: useActionData<typeof action>()?.result ?? null,
    constraint: getZodConstraint(schema),
  });
  const say = (code: string) => t(`problem.${code as 'code-refused'}`);
  return (
    <SignInPage title={title}>
      <ErrorSummary title={t('common:errorSummary')} errors={errorLinks([fields.code], say)} />
      <p>{t('secondFactor.lead')}</p>
      <Form method="post" id={form.id} noValidate>
        <TokenField />
        <TextField
          {...fieldProps(fields.code, say)}
          label={t('secondFactor.code')}
          autoComplete="one-time-code"
          spellCheck={false}
          autoCapitalize="none"
          dir="ltr"
        />
        <Button>{t('secondFactor.submit')}</Button>
      </Form>
    </SignInPage>
  );
}
