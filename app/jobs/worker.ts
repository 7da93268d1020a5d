import { runReadinessReport } from '#analysis/run-readiness-report.ts';
import type { ComputationKind, Computations, Task } from './worker-contract.ts';

type Controls = { onProgress: (share: number) => void };

const computations: {
  [Kind in ComputationKind]: (
    input: Computations[Kind]['input'],
    controls: Controls,
  ) => Computations[Kind]['result'];
} = {
  'readiness-report': runReadinessReport,
};

/**
 * Runs in a thread of its own, built by its own step: it computes and reaches neither database nor
 * configuration. It is cancelled by ending the thread.
 */
export default function work({ kind, input, progress }: Task): Computations[typeof kind]['result'] {
  try {
    return computations[kind](input, {
      onProgress: (share) => {
        progress.postMessage(share);
      },
    });
  } finally {
    progress.close();
  }
}
