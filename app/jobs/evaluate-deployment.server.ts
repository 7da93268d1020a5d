import { z } from 'zod';
import {
  evaluateAll,
  evaluateDeployment,
} from '../services/monitoring/evaluate-deployment.server.ts';
import { today } from '../today.ts';
import { defineJob } from './job.ts';

/** Sent when numbers came, and when a plan or its limits changed. */
export const evaluateDeploymentJob = defineJob({
  name: 'evaluate-deployment',
  data: z.object({ organisationId: z.uuid(), deploymentId: z.uuid() }),
  async run(deployment) {
    await evaluateDeployment(deployment, today());
  },
});

/** Each night: outcomes become complete, and numbers may be missing, without anybody sending anything. */
export const evaluateAllJob = defineJob({
  name: 'evaluate-all-deployments',
  data: z.object({}),
  schedule: '50 3 * * *',
  async run() {
    await evaluateAll(today());
  },
});
