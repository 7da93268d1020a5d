import type { Job } from './job.ts';
import { purgeImports } from './purge-import-drafts.server.ts';
import { applyReceiptsJob } from './apply-receipts.server.ts';
import { moveBatchesJob } from './move-batches.server.ts';
import { evaluateAllJob, evaluateDeploymentJob } from './evaluate-deployment.server.ts';
import { exportAuditHead } from './export-audit-head.server.ts';
import { purgeBandsJob } from './purge-bands.server.ts';
import { purgeDraftsJob } from './purge-drafts.server.ts';
import { purgeResponses } from './purge-responses.server.ts';
import { runAnalysis, takeUpRuns } from './run-analysis.server.ts';
import { sendMailJob } from './send-mail.server.ts';
import { sendNewsJob } from './send-news.server.ts';
import { takeUpDraftsJob, themeDraftJob } from './theme-draft.server.ts';
import { vacuumJob } from './vacuum.server.ts';
import { waveDatesJob } from './wave-dates.server.ts';

/** Every job there is; a job that is missing here is never run. */
export const jobs: readonly Job[] = [
  runAnalysis,
  takeUpRuns,
  themeDraftJob,
  takeUpDraftsJob,
  purgeImports,
  applyReceiptsJob,
  moveBatchesJob,
  purgeDraftsJob,
  purgeResponses,
  purgeBandsJob,
  exportAuditHead,
  sendMailJob,
  sendNewsJob,
  waveDatesJob,
  evaluateDeploymentJob,
  evaluateAllJob,
  vacuumJob,
];
