import { useTranslation } from 'react-i18next';
import { Definitions } from '../../components/definitions.tsx';
import { Tag } from '../../components/tag.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getChanges } from '../../services/register/get-changes.server.ts';

type Notice = Awaited<ReturnType<typeof getChanges>>['notices'][number];

const tones = { inside: 'good', outside: 'alert', 'cannot-tell': 'unknown' } as const;

function useReasonText() {
  const { t } = useTranslation('register');
  const { number } = useLocal();
  return ({ code, kind, metric = '', value, bound }: Notice['reasons'][number]) =>
    t(`why.${code}`, {
      metric,
      kind: kind === undefined ? '' : t(`change.${kind}`),
      value: value === undefined ? '' : number(value),
      bound: bound === undefined ? '' : number(bound),
    });
}

/** What a supplier announced, and what the plan of that day said about it. */
export function NoticeCard({ notice }: { notice: Notice }) {
  const { t } = useTranslation(['models', 'register']);
  const { date, number, listOf } = useLocal();
  const reasonText = useReasonText();
  const { newVersion, effectiveOn, planNumber } = notice;
  return (
    <article className="card stack">
      <div className="card-head">
        <h3>
          {t('models:change.noticeOf', {
            number: number(notice.number),
            day: date(notice.receivedOn),
          })}
        </h3>
        <Tag tone={tones[notice.verdict]} text={t(`register:verdict.${notice.verdict}`)} />
      </div>
      <p className="as-written" dir="auto">
        {notice.summary}
      </p>
      <ul>
        {notice.reasons.map((reason) => (
          <li key={`${reason.code} ${reason.metric ?? reason.kind ?? ''}`}>{reasonText(reason)}</li>
        ))}
      </ul>
      <Definitions
        items={[
          {
            term: t('models:change.kinds'),
            value: listOf(notice.kinds.map((kind) => t(`register:change.${kind}`))),
          },
          {
            term: t('models:change.newVersion'),
            value: newVersion === '' ? t('models:none') : newVersion,
          },
          {
            term: t('models:change.effectiveOn'),
            value: effectiveOn === null ? t('models:none') : date(effectiveOn),
          },
          {
            term: t('models:change.comparedWith'),
            value: planNumber === null ? t('models:none') : number(planNumber),
          },
        ]}
      />
    </article>
  );
}
