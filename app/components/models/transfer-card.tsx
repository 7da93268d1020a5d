import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Definitions } from '../definitions.tsx';
import { useRegisterWords } from './use-register-words.ts';
import { Tag } from '../tag.tsx';
import { useLocal } from '../use-local.ts';
import type { TransferOfPage } from '../../services/register/get-changes.server.ts';

interface TransferCardProps {
  notice: TransferOfPage;
  /** Where to say that it was looked at; null: the reader may not, or somebody has. */
  answer: string | null;
  countries: Readonly<Record<string, string>>;
}

const tones = { acceptable: 'good', undo: 'alert' } as const;

/** That a description says something else of where data go, and what somebody who looked at it said. */
export function TransferCard({ notice, answer, countries }: TransferCardProps) {
  const { t } = useTranslation(['models', 'register']);
  const { date, listOf } = useLocal();
  const { field } = useRegisterWords();
  const { verdict } = notice;
  const isCountries = notice.field.endsWith('Countries');
  const said = (entries: readonly string[]) => {
    if (entries.length === 0) return t('models:transfer.nothing');
    if (isCountries) return listOf(entries.map((code) => countries[code] ?? code));
    return (
      <span className="as-written" dir="auto">
        {entries.join('\n')}
      </span>
    );
  };
  return (
    <article className="card stack" id={`transfer-${notice.id}`}>
      <div className="card-head">
        <h3>{field(notice.field)}</h3>
        {verdict === null ? (
          <Tag tone="unknown" text={t('models:transfer.unseen')} />
        ) : (
          <Tag tone={tones[verdict]} text={t(`register:transferVerdict.${verdict}`)} />
        )}
      </div>
      <Definitions
        items={[
          { term: t('models:transfer.before'), value: said(notice.before) },
          { term: t('models:transfer.after'), value: said(notice.after) },
          {
            term: t('models:transfer.changed'),
            value: t('models:period.by', {
              ...{ day: date(notice.createdAt), by: notice.by ?? t('models:none') },
            }),
          },
          ...(notice.answeredAt === null
            ? []
            : [
                {
                  term: t('models:transfer.seen'),
                  value: t('models:period.by', {
                    day: date(notice.answeredAt),
                    by: notice.answeredBy ?? t('models:none'),
                  }),
                  note: notice.isOwnAnswer ? t('models:transfer.own') : undefined,
                },
                {
                  term: t('models:decision.reason'),
                  value: (
                    <span className="as-written" dir="auto">
                      {notice.reason}
                    </span>
                  ),
                },
              ]),
        ]}
      />
      {answer === null ? null : (
        <p>
          <Link to={answer}>
            {t('models:transfer.look')}
            <span className="visually-hidden">: {field(notice.field)}</span>
          </Link>
        </p>
      )}
    </article>
  );
}
