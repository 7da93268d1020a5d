import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getTokens } from '../../services/intake/get-tokens.server.ts';
import { scopeWords } from '../../services/intake/token-scopes.ts';

type Token = Awaited<ReturnType<typeof getTokens>>['tokens'][number];

const tones = { active: 'good', expired: 'neutral', revoked: 'neutral' } as const;

function RevokeForm({ token }: { token: Token }) {
  const { t } = useTranslation('intake');
  return (
    <ConfirmDetails summary={t('tokens.revoke')} consequence={t('tokens.revokeText')}>
      <Form method="post">
        <TokenField />
        <input type="hidden" name="tokenId" value={token.id} />
        <Button tone="danger" name="intent" value="revoke">
          {t('tokens.revokeNamed', { name: token.name })}
        </Button>
      </Form>
    </ConfirmDetails>
  );
}

/** Tokens of the deployment, with the last symbols by which they are told apart. */
export function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  const { t } = useTranslation('intake');
  const { date, listOf } = useLocal();
  if (tokens.length === 0) return <p className="muted">{t('tokens.none')}</p>;
  return (
    <DataTable
      id="tokens"
      caption={t('tokens.caption')}
      columns={[
        { key: 'name', label: t('tokens.name') },
        { key: 'ending', label: t('tokens.ending') },
        { key: 'scopes', label: t('tokens.scopes') },
        { key: 'created', label: t('tokens.created') },
        { key: 'expires', label: t('tokens.expires') },
        { key: 'used', label: t('tokens.lastUsed') },
        { key: 'state', label: t('tokens.state') },
        { key: 'revoke', label: t('action') },
      ]}
      rows={tokens.map((token) => ({
        key: token.id,
        cells: {
          name: <span dir="auto">{token.name}</span>,
          ending: <code dir="ltr">…{token.ending}</code>,
          scopes: listOf(token.scopes.map((scope) => t(`tokens.scope.${scopeWords[scope]}`))),
          created: t('tokens.createdBy', { day: date(token.createdAt), by: token.by ?? '–' }),
          expires: date(token.expiresOn),
          used: token.lastUsedAt === null ? t('tokens.never') : date(token.lastUsedAt),
          state: <Tag tone={tones[token.state]} text={t(`tokens.is.${token.state}`)} />,
          revoke: token.state === 'active' ? <RevokeForm token={token} /> : null,
        },
      }))}
    />
  );
}
