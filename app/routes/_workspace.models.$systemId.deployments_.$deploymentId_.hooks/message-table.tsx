import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getHooks } from '../../services/intake/get-hooks.server.ts';

const tones = {
  ...({ raised: 'alert', known: 'good', ignored: 'neutral' } as const),
  'other-model': 'neutral',
} as const;

interface MessageTableProps {
  messages: Awaited<ReturnType<typeof getHooks>>['messages'];
}

/** What registries said last, and what became of it. */
export function MessageTable({ messages }: MessageTableProps) {
  const { t } = useTranslation('intake');
  const { date } = useLocal();
  return (
    <DataTable
      id="messages"
      caption={t('hooks.messages')}
      columns={[
        { key: 'received', label: t('batches.received') },
        { key: 'model', label: t('hooks.model') },
        { key: 'event', label: t('hooks.event') },
        { key: 'version', label: t('batches.version') },
        { key: 'outcome', label: t('hooks.outcome') },
      ]}
      rows={messages.map(
        ({ hookId, messageId, receivedAt, modelName, event, version, outcome }) => ({
          key: `${hookId} ${messageId}`,
          cells: {
            received: date(receivedAt),
            model: <bdi>{modelName}</bdi>,
            event: <code dir="ltr">{event}</code>,
            version: version === '' ? '–' : <bdi>{version}</bdi>,
            outcome: <Tag tone={tones[outcome]} text={t(`hooks.became.${outcome}`)} />,
          },
        }),
      )}
    />
  );
}
