import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDetails } from '../../components/confirm-details.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { TokenField } from '../../components/token-field.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { DossierEntry } from '../../services/evidence/get-dossier.server.ts';
import { EvidenceOrigin } from './evidence-origin.tsx';
import { useFindingText } from './use-finding-text.ts';

type Props = { id: string; caption: string; entries: readonly DossierEntry[]; mayManage: boolean };

function Verdict({ entry }: { entry: DossierEntry }) {
  const { t } = useTranslation('evidence');
  if (entry.isExpired) return <Tag tone="concern" text={t('verdict.expired')} />;
  if (entry.isSuperseded) return <Tag tone="concern" text={t('verdict.superseded')} />;
  if (entry.isInvented) return <Tag tone="concern" text={t('verdict.invented')} />;
  const isMixed = entry.speaksFor && entry.fit !== null && !entry.fit.huBentler;
  const tone = entry.speaksFor && !isMixed ? 'good' : 'concern';
  const said = isMixed ? 'mixed' : entry.speaksFor ? 'for' : 'against';
  return (
    <>
      <Tag tone={tone} text={t(`verdict.${said}`)} />
      {entry.fit === null ? null : (
        <p>
          {t('verdict.fit', {
            cosmin: t(entry.fit.cosmin ? 'verdict.met' : 'verdict.missed'),
            huBentler: t(entry.fit.huBentler ? 'verdict.met' : 'verdict.missed'),
          })}
        </p>
      )}
    </>
  );
}

function Remove({ id }: { id: string }) {
  const { t } = useTranslation('evidence');
  return (
    <ConfirmDetails summary={t('remove')} consequence={t('removeConsequence')}>
      <Form method="post">
        <TokenField />
        <input type="hidden" name="evidence" value={id} />
        <Button tone="danger">{t('remove')}</Button>
      </Form>
    </ConfirmDetails>
  );
}

export function EvidenceTable({ id, caption, entries, mayManage }: Props) {
  const { t } = useTranslation('evidence');
  const { date } = useLocal();
  const findingText = useFindingText();
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { key: 'kind', label: t('column.kind') },
        { key: 'finding', label: t('column.finding') },
        { key: 'n', label: t('column.n'), numeric: true },
        { key: 'on', label: t('column.on') },
        { key: 'origin', label: t('column.origin') },
        { key: 'verdict', label: t('column.verdict') },
        ...(mayManage ? [{ key: 'remove', label: t('remove') }] : []),
      ]}
      rows={entries.map((entry) => ({
        key: entry.id,
        cells: {
          kind: t(`kind.${entry.finding.kind}`),
          finding: findingText(entry.finding),
          n: entry.n,
          on: date(new Date(entry.on)),
          origin: <EvidenceOrigin origin={entry.origin} />,
          verdict: <Verdict entry={entry} />,
          remove: mayManage ? <Remove id={entry.id} /> : null,
        },
      }))}
    />
  );
}
