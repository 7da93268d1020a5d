import { useTranslation } from 'react-i18next';
import type { TransferOfPage } from '../../services/register/get-changes.server.ts';
import { TransferCard } from '../../components/models/transfer-card.tsx';

interface TransfersProps {
  /** Null: the section is not for the reader's eyes. */
  transfers: readonly TransferOfPage[] | null;
  mayAnswer: boolean;
  home: string;
  countries: Readonly<Record<string, string>>;
}

/** Changes of where data go: those that nobody has looked at come first. */
export function Transfers({ transfers, mayAnswer, home, countries }: TransfersProps) {
  const { t } = useTranslation('models');
  const open = transfers?.filter(({ verdict }) => verdict === null) ?? [];
  const answered = transfers?.filter(({ verdict }) => verdict !== null) ?? [];
  const card = (notice: TransferOfPage) => (
    <TransferCard
      key={notice.id}
      notice={notice}
      countries={countries}
      answer={mayAnswer && notice.verdict === null ? `${home}/transfers/${notice.id}` : null}
    />
  );
  return (
    <section className="stack" aria-labelledby="transfers">
      <h2 id="transfers">{t('transfer.title')}</h2>
      <p className="muted">
        {transfers === null
          ? t('transfer.withheld')
          : transfers.length === 0
            ? t('transfer.none')
            : t('transfer.text')}
      </p>
      {open.map(card)}
      {answered.length === 0 ? null : (
        <details open={open.length === 0}>
          <summary>{t('transfer.answered', { count: answered.length })}</summary>
          {answered.map(card)}
        </details>
      )}
    </section>
  );
}
