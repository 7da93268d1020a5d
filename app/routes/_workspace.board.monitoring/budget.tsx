import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.tsx';
import { useStatistics } from '../../components/monitoring/use-statistics.ts';
import { Notice } from '../../components/notice.tsx';
import { useLocal } from '../../components/use-local.ts';
import type { getBoardMonitoring } from '../../services/monitoring/get-board-monitoring.server.ts';

type Page = Pick<
  Awaited<ReturnType<typeof getBoardMonitoring>>,
  'declared' | 'expected' | 'achieved' | 'charts' | 'waiting'
>;

type CameProps = Pick<Page, 'waiting'> & {
  came: Pick<NonNullable<Page['achieved']>, 'reading' | 'closed'>;
  /** Whether the charts are reckoned to give more than is accepted. */
  isOver: boolean;
};

const nothingClosed = { reading: null, closed: 0 };

/** How many alerts the rate rests on, and what it says once most are closed. */
function Came({ came: { reading, closed }, waiting, isOver }: CameProps) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const isUnexpected = reading === 'fewer-than-declared' && isOver;
  return (
    <p>
      {t('board.waits', { closed: number(closed), waiting: number(waiting) })}{' '}
      {reading === null
        ? t('board.mostWait')
        : t(isUnexpected ? 'board.fewerThanReckoned' : `board.${reading}`)}
    </p>
  );
}

/** What the board accepts in false alarms, what the charts give, and what came. */
export function Budget({ page }: { page: Page }) {
  const { t } = useTranslation('monitoring');
  const { number } = useLocal();
  const { decimal, percent } = useStatistics();
  const { declared, expected, achieved, charts, waiting } = page;
  const isOver = expected.isWithin === false;
  const [low, high] = achieved?.interval ?? [0, 0];
  return (
    <section className="card stack" aria-labelledby="false-alarms">
      <h2 id="false-alarms">{t('board.budget')}</h2>
      <Facts
        items={[
          {
            term: t('board.declared'),
            value: declared === null ? t('board.undeclared') : decimal(declared, 1),
          },
          {
            term: t('board.expected'),
            value: decimal(expected.expected, 1),
            note: t('board.expectedNote', {
              charts: number(charts),
              chance: percent(expected.anyInYear),
            }),
          },
          ...(achieved === null
            ? []
            : [
                {
                  term: t('board.achieved'),
                  value: decimal(achieved.perYear, 1),
                  note: t('board.achievedNote', { low: decimal(low, 1), high: decimal(high, 1) }),
                },
              ]),
        ]}
      />
      <p className="muted">{t('board.expectedRough')}</p>
      {achieved === null && waiting === 0 ? null : (
        <Came {...{ waiting, isOver, came: achieved ?? nothingClosed }} />
      )}
      {isOver ? <Notice tone="concern">{t('board.exceeds')}</Notice> : null}
    </section>
  );
}
