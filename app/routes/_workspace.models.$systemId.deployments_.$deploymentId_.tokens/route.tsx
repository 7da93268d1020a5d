import { parseWithZod } from '@conform-to/zod/v4';
import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CopyValue } from '../../components/copy-value.tsx';
import { DoneNotice } from '../../components/done-notice.tsx';
import { IntakeHeader } from '../../components/intake/intake-header.tsx';
import { RecordForm } from '../../components/models/record-form.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusalSummary } from '../../components/refusal-summary.tsx';
import { ServiceError } from '../../errors.ts';
import { attempt } from '../../http/attempt.server.ts';
import { parseParams } from '../../http/parse-params.server.ts';
import { readForm } from '../../http/read-form.server.ts';
import { requireMemberWho } from '../../http/session.server.ts';
import { replyInvalid } from '../../http/submit-form.server.ts';
import { submit } from '../../http/submit.server.ts';
import { respond } from '../../http/to-response.server.ts';
import { intakePageTitle } from '../../i18n/intake-title.server.ts';
import { createToken, tokenRefusals } from '../../services/intake/create-token.server.ts';
import { getTokens } from '../../services/intake/get-tokens.server.ts';
import { revokeToken } from '../../services/intake/revoke-token.server.ts';
import { scopeWords, tokenScopes } from '../../services/intake/token-scopes.ts';
import { deploymentParams } from '../../services/register/register-schema.ts';
import { TokenTable } from './token-table.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.pageTitle }];

const schema = z.object({
  name: z.string({ error: 'name-missing' }).trim().min(1, 'name-missing').max(80, 'text-long'),
  scopes: z.array(z.enum(tokenScopes)).min(1, 'choice-missing'),
  expiresOn: z.iso.date('date-invalid'),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const page = await respond(() => getTokens(member, parseParams(params, deploymentParams)));
  return { pageTitle: await intakePageTitle(request, 'tokens', page.frame.name), ...page };
}

type TokenRefusal = keyof typeof tokenRefusals;
const refusals = Object.keys(tokenRefusals) as TokenRefusal[];

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMemberWho(request, 'deployments.manage');
  const ids = parseParams(params, deploymentParams);
  const form = await readForm(request);
  if (form.get('intent') === 'revoke') {
    const { data: tokenId } = z.uuid().safeParse(form.get('tokenId'));
    const own = `/models/${ids.systemId}/deployments/${ids.deploymentId}/tokens?done=revoked`;
    return submit(() => {
      if (tokenId === undefined) throw new ServiceError('conflict', 'token-gone');
      return revokeToken(member, { ...ids, tokenId });
    }, own);
  }
  const submission = parseWithZod(form, { schema });
  if (submission.status !== 'success') return replyInvalid(submission);
  const made = await attempt(refusals, () => createToken(member, { ...ids, ...submission.value }));
  if (!made.ok) {
    const fieldErrors = { [tokenRefusals[made.reason]]: [made.reason] };
    return data({ result: submission.reply({ fieldErrors }), refusal: undefined }, { status: 400 });
  }
  // Not a redirect: the next page could not show it, since nobody keeps it.
  return { token: made.result.token, result: submission.reply({ resetForm: true }) };
}

export default function TokensPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation('intake');
  const reply = useActionData<typeof action>();
  const token = reply && 'token' in reply ? reply.token : null;
  return (
    <>
      <IntakeHeader
        {...page}
        current="tokens"
        title={t('tokens.title')}
        subtitle={t('tokens.text')}
      />
      <DoneNotice words={{ revoked: t('tokens.revoked') }} />
      <RefusalSummary refusal={reply && 'refusal' in reply ? reply.refusal : undefined} />
      {token === null ? null : (
        <Notice tone="information">
          <CopyValue label={t('tokens.shown')} value={token} hint={t('tokens.shownText')} />
        </Notice>
      )}
      <section className="card stack" aria-labelledby="tokens-caption">
        <TokenTable tokens={page.tokens} />
      </section>
      {page.isRetired ? null : (
        <section className="card" aria-labelledby="new-token-title">
          <h2 id="new-token-title">{t('tokens.new')}</h2>
          <RecordForm
            id="new-token"
            values={{ scopes: ['monitoring:write'] }}
            result={reply && 'result' in reply ? reply.result : null}
            submit={t('tokens.submit')}
            fields={[
              { as: 'line', name: 'name', label: t('tokens.name'), hint: t('tokens.nameHint') },
              {
                as: 'checkboxes',
                name: 'scopes',
                label: t('tokens.scopes'),
                options: tokenScopes.map((scope) => ({
                  value: scope,
                  label: t(`tokens.scope.${scopeWords[scope]}`),
                })),
              },
              {
                as: 'date',
                name: 'expiresOn',
                label: t('tokens.expires'),
                hint: t('tokens.expiresHint'),
              },
            ]}
          />
        </section>
      )}
      <p className="muted">
        {t('tokens.interface')}{' '}
        <a href="/api/v1/openapi.json" dir="ltr">
          /api/v1/openapi.json
        </a>
      </p>
    </>
  );
}
