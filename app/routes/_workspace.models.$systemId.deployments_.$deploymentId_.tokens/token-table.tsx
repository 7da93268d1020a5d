import { useTranslation } from 'react-i18next';
import { AccessTable } from '../../components/intake/access-table.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getTokens } from '../../services/intake/get-tokens.server.ts';
import { scopeWords } from '../../services/intake/token-scopes.ts';

type Token = Awaited<ReturnType<typeof getTokens>>['tokens'][number];

/** Tokens of the deployment, with the last symbols by which they are told apart. */
export function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  const { t } = useTranslation('intake');
  const { date, listOf } = useLocal();
  return (
    <AccessTable
      id="tokens"
      caption={t('tokens.caption')}
      none={t('tokens.none')}
      rows={tokens}
      columns={[
        {
          ...{ key: 'name', label: t('tokens.name') },
          cell: ({ name }) => <span dir="auto">{name}</span>,
        },
        {
          ...{ key: 'ending', label: t('tokens.ending') },
          cell: ({ ending }) => <code dir="ltr">…{ending}</code>,
        },
        {
          ...{ key: 'scopes', label: t('tokens.scopes') },
          cell: ({ scopes }) =>
            listOf(scopes.map((scope) => t(`tokens.scope.${scopeWords[scope]}`))),
        },
        {
          ...{ key: 'expires', label: t('tokens.expires') },
          cell: ({ expiresOn }) => date(expiresOn),
        },
      ]}
      field="tokenId"
      consequence={t('tokens.revokeText')}
      submitOf={({ name }) => t('tokens.revokeNamed', { name })}
    />
  );
}
