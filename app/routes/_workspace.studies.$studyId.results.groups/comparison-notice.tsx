import type { SubmissionResult } from '@conform-to/react';
import { Link, useLocation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { RunState } from '../../components/results/run-state.tsx';
import { useRenewal } from '../../components/results/use-renewal.ts';
import type { ComparisonNotes } from '../../services/results/group-comparability.server.ts';
import type { ResultsFrame, RunFacts } from '../../services/results/present-frame.ts';
import { LockForm, OpenForm } from './open-form.tsx';

type Props = {
  comparison: ComparisonNotes;
  frame: ResultsFrame;
  by: string;
  result: SubmissionResult | undefined;
};

/** Where the models are shown that decided. */
function useEvidence({ frame, by }: Pick<Props, 'frame' | 'by'>) {
  const wave = frame.wave ? `&wave=${frame.wave.number}` : '';
  const page = `/studies/${frame.study.id}/results/analyses/invariance`;
  const isShown = !frame.notes.isConfined;
  return (scale: string) => (isShown ? `${page}?scale=${scale}&by=${by}${wave}` : null);
}

function Locked({ comparison, frame, by, result }: Props) {
  const { t } = useTranslation('results');
  const evidence = useEvidence({ frame, by });
  const { locked, override, mayOpen } = comparison;
  return (
    <Notice
      tone={override ? 'pilot' : 'alert'}
      title={t(override ? 'comparability.opened' : 'comparability.locked')}
    >
      <ul>
        {locked.map(({ id, reason }) => {
          const href = evidence(id);
          return (
            <li key={id}>
              {reason} {href ? <Link to={href}>{t('comparability.evidence')}</Link> : null}
            </li>
          );
        })}
      </ul>
      {override ? (
        <>
          <p>{t('comparability.openedBy', override)}</p>
          <p>{t('comparability.openedReason', override)}</p>
        </>
      ) : (
        <p>{t('comparability.itemsOnly')}</p>
      )}
      {mayOpen && override ? <LockForm dimension={by} /> : null}
      {mayOpen && !override ? (
        <OpenForm key={result ? 'wrong' : 'new'} dimension={by} result={result} />
      ) : null}
    </Notice>
  );
}

/** The page asks again until the test is done; where it failed it can be started again. */
function Testing({ run, frame }: { run: RunFacts; frame: ResultsFrame }) {
  const { t } = useTranslation('results');
  const { pathname, search } = useLocation();
  const isUnderWay = run.state === 'queued' || run.state === 'running';
  useRenewal(isUnderWay);
  if (!isUnderWay) {
    const action = `/studies/${frame.study.id}/results/run`;
    return <RunState run={run} action={action} backTo={pathname + search} />;
  }
  return (
    <Notice title={t('comparability.testing')} live>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <p>{t('comparability.testingText')}</p>
    </Notice>
  );
}

/** What tests of the scales say about comparing these groups: locked with the reason, or with a caveat. */
export function ComparisonNotice(props: Props) {
  const { comparison, frame } = props;
  const { t } = useTranslation('results');
  const { locked, caveats, run } = comparison;
  return (
    <>
      {run && frame.run?.state === 'done' ? <Testing run={run} frame={frame} /> : null}
      {locked.length > 0 ? <Locked {...props} /> : null}
      {caveats.length > 0 ? (
        <Notice tone="concern" title={t('comparability.caveat')}>
          <ul>
            {caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
          <p>{t('comparability.caveatMeaning')}</p>
        </Notice>
      ) : null}
    </>
  );
}
