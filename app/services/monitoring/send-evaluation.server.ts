import { evaluateDeploymentJob } from '../../jobs/evaluate-deployment.server.ts';
import { sendJob } from '../../jobs/queue.server.ts';

/** Asks for a deployment to be computed again; while one waits, another is not added. */
export async function sendEvaluation(deployment: {
  organisationId: string;
  deploymentId: string;
}): Promise<void> {
  await sendJob(evaluateDeploymentJob, deployment, deployment.deploymentId);
}
