import { runReadinessReport } from '#analysis/run-readiness-report.ts';
import type { Computations, Task } from './worker-contract.ts';

/**
 * Runs in a thread of its own, built by its own step: it computes and reaches neither database nor
 * configuration. It is cancelled by ending the thread.
 */
export default function work({ kind, input, progress }: Task): Computations[typeof kind]['result'] {
  const onProgress = (share: number) => progress.postMessage(share);
  try {
    switch (kind) {
      case 'readiness-report':
        return runReadinessReport(input, { onProgress });
    }
  } finally {
    progress.close();
  }
}
