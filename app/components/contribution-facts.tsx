import { useTranslation } from 'react-i18next';
import type { getContribution } from '../services/contributions/get-contribution.server.ts';
import { useLocal } from './use-local.ts';
import { useWriterName } from './use-writer-name.ts';

type Contribution = Pick<
  Awaited<ReturnType<typeof getContribution>>['contribution'],
  | 'source'
  | 'memberNumber'
  | 'roundNumber'
  | 'prompt'
  | 'language'
  | 'mode'
  | 'scribe'
  | 'readBackOn'
  | 'sentOn'
  | 'value'
>;

/** Who said it, asked what, and how it came in. */
export function ContributionFacts({ contribution }: { contribution: Contribution }) {
  const { t } = useTranslation('moderation');
  const { text, date, number, nameOf } = useLocal();
  const nameWriter = useWriterName();
  const { scribe, readBackOn, value } = contribution;
  const facts = [
    nameWriter(contribution.memberNumber),
    t('round', { number: number(contribution.roundNumber) }),
    nameOf(contribution.language),
    // Words of a survey do not say when they were written.
    ...(contribution.source === 'survey'
      ? []
      : [t(`mode.${contribution.mode}`), date(contribution.sentOn)]),
  ];
  return (
    <div className="stack">
      <p className="question">{text(contribution.prompt)}</p>
      <p className="muted">{facts.join(' · ')}</p>
      {scribe !== null && readBackOn !== null ? (
        <p className="muted">{t('one.scribe', { name: scribe, date: date(readBackOn) })}</p>
      ) : null}
      {value === null ? null : <p>{t('one.value', { value: number(value) })}</p>}
    </div>
  );
}
