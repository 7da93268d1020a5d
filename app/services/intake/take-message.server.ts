import type { Transaction } from '#db/database.ts';
import { lockDeployment } from '#db/queries/deployment-period.server.ts';
import { findDeploymentSlug } from '#db/queries/deployment.server.ts';
import { findVersionOfRegistry } from '#db/queries/model-version.server.ts';
import {
  findMessage,
  findHook,
  insertMessage,
  touchHook,
} from '#db/queries/registry-hook.server.ts';
import type { HookOutcome } from '#db/schema/registry-hook.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import type { HookMessage } from './hook-message.ts';
import { raiseVersionAlert } from './raise-version-alert.server.ts';

export type Hook = NonNullable<Awaited<ReturnType<typeof requireHook>>>;
export type TakenMessage = { event: string; outcome: HookOutcome; isNew: boolean };

/** A hook that counts. Whoever asks has shown by a signature that they know its secret. */
export async function requireHook(hookId: string) {
  const hook = await withActor({ kind: 'public', key: hookId }, (tx) => findHook(tx, { hookId }));
  if (!hook) throw new ServiceError('not-found', 'signature-wrong');
  if (hook.revokedAt !== null) throw new ServiceError('gone', 'hook-revoked');
  return hook;
}

async function outcomeOf(
  tx: Transaction,
  hook: Hook,
  { event, about }: HookMessage,
): Promise<HookOutcome> {
  const { organisationId, deploymentId, modelName } = hook;
  if (!about) return 'ignored';
  if (about.name !== modelName) return 'other-model';
  const { version } = about;
  const deployment = await findDeploymentSlug(tx, hook);
  if (!deployment) throw new ServiceError('not-found', 'signature-wrong');
  const { systemId } = deployment;
  if (await findVersionOfRegistry(tx, { organisationId, systemId, modelName, version })) {
    return 'known';
  }
  await raiseVersionAlert(tx, {
    ...{ organisationId, deploymentId, kind: 'unregistered-version', version, batchId: null },
    ...{ recordedBy: 'system', said: { model: modelName, event } },
  });
  return 'raised';
}

/**
 * What a registry says, once: a version that the register does not know raises what records of it would. The
 * system does it, after the signature was known. A repetition is answered as the first time.
 */
export async function takeMessage(
  hook: Hook,
  messageId: string,
  message: HookMessage,
): Promise<TakenMessage> {
  const { organisationId, id: hookId } = hook;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    await lockDeployment(tx, hook);
    await touchHook(tx, { organisationId, hookId });
    const before = await findMessage(tx, { organisationId, hookId, messageId });
    if (before) return { ...before, isNew: false };
    const outcome = await outcomeOf(tx, hook, message);
    const { event, about } = message;
    const version = about?.version ?? '';
    const row = { organisationId, hookId, messageId, event, version, outcome };
    if (!(await insertMessage(tx, row))) throw new Error('the deployment is locked');
    return { event, outcome, isNew: true };
  });
}
