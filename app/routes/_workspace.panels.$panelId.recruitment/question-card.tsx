import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { DisclosureNote } from '../../components/disclosure-note.tsx';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { RecruitmentPage } from './channel-table.tsx';
import { useMissingWords } from './use-missing-words.ts';

type Question = RecruitmentPage['questions'][number];
type CardProps = { question: Question; page: RecruitmentPage; mayChange: boolean };

/** One question with its target, the counts that may be shown, and who is still missing, in words. */
export function QuestionCard({ question, page, mayChange }: CardProps) {
  const { t } = useTranslation('recruitment');
  const { text, date, number } = useLocal();
  const { frame, total } = page;
  const sayMissing = useMissingWords();
  const missing = total === null ? [] : question.bands.flatMap((band) => sayMissing(band) ?? []);
  return (
    <section className="card stack" aria-labelledby={`q-${question.id}`}>
      <h3 id={`q-${question.id}`}>
        <bdi>{text(question.question)}</bdi>
      </h3>
      {question.hasTarget ? (
        <p>{t('gap.source', { source: question.source, reason: question.reason })}</p>
      ) : (
        <Notice tone="concern" title={t('gap.noTargetTitle')}>
          {t('gap.noTarget')}
        </Notice>
      )}
      <TargetChanges question={question} page={page} />
      {total === null ? (
        <p className="muted">{t('gap.tooFew', { minimum: page.minimum })}</p>
      ) : (
        <>
          <BandTable question={question} />
          {missing.length > 0 ? (
            <ul>
              {missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ) : null}
          <DisclosureNote title={t('gap.noteTitle')}>
            {t('gap.note', { n: number(total), date: date(page.countedOn), minimum: page.minimum })}
          </DisclosureNote>
        </>
      )}
      {mayChange ? (
        <p>
          <Link to={`/panels/${frame.id}/recruitment/strata/${question.id}`}>
            {t('gap.change')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function BandTable({ question }: { question: Question }) {
  const { t } = useTranslation('recruitment');
  const { text, number } = useLocal();
  const shown = (n: number | null | undefined) => (n == null ? t('notShown') : number(n));
  const loss = (counts: (number | null)[] | null, index: number) =>
    counts === null ? number(0) : shown(counts[index]);
  const row = (key: string, label: string, index: number, people: number | null) => {
    const band = question.bands[index];
    return {
      key,
      cells: {
        band: label,
        people: shown(people),
        wanted: band?.wanted == null ? '' : number(band.wanted),
        declined: loss(question.declined, index),
        left: loss(question.left, index),
      },
    };
  };
  return (
    <DataTable
      id={`bands-${question.id}`}
      caption={t('gap.caption', { question: text(question.question) })}
      captionHidden
      stacks
      columns={[
        { key: 'band', label: t('gap.band') },
        { key: 'people', label: t('gap.people'), numeric: true },
        ...(question.hasTarget ? [{ key: 'wanted', label: t('gap.wanted'), numeric: true }] : []),
        { key: 'declined', label: t('gap.declined'), numeric: true },
        { key: 'left', label: t('gap.left'), numeric: true },
      ]}
      rows={[
        ...question.bands.map(({ id, label, people }, index) =>
          row(id, text(label), index, people),
        ),
        row('not-said', t('gap.notSaid'), question.bands.length, question.notSaid),
      ]}
    />
  );
}

function TargetChanges({ question, page }: { question: Question; page: RecruitmentPage }) {
  const { t } = useTranslation('recruitment');
  const { text, date, number, listOf } = useLocal();
  const changes = page.changes.filter(({ stratumId }) => stratumId === question.id);
  if (changes.length === 0) return null;
  const sharesOf = (shares: Record<string, number>) =>
    question.bands
      .filter(({ id }) => shares[id] !== undefined)
      .map(({ id, label }) =>
        t('gap.share', {
          band: text(label),
          percent: number(Math.round((shares[id] ?? 0) * 1000) / 10),
        }),
      );
  return (
    <Notice tone="concern" title={t('gap.changedTitle')}>
      <ul>
        {changes.map(({ number: n, before, why, changedAt }) => {
          const shares = sharesOf(before.shares);
          return (
            <li key={n}>
              {shares.length === 0
                ? t('gap.setLate', { date: date(changedAt), why })
                : t('gap.changed', { date: date(changedAt), why, before: listOf(shares) })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
