import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { ServiceError } from '#app/errors.ts';
import { amendRedaction } from '#app/services/contributions/amend-redaction.server.ts';
import { getContribution } from '#app/services/contributions/get-contribution.server.ts';
import { moderateContribution } from '#app/services/contributions/moderate-contribution.server.ts';
import { redactContribution } from '#app/services/contributions/redact-contribution.server.ts';
import { withdrawFor } from '#app/services/contributions/withdraw-for.server.ts';
import { today } from '#app/today.ts';
import { describeOnDatabases } from '#tests/support/databases.ts';
import { ask, send, setUpPanel, type PanelBench } from './support/panel-bench.ts';

const words = 'Nurse Okafor of ward Rosehill helped me. The night was long and nobody came.';
const steps = ['redact', 'moderate', 'amend'] as const;

describeOnDatabases('taking words back while somebody works on them', () => {
  let bench: PanelBench;
  beforeAll(async () => {
    bench = await setUpPanel();
  });

  async function sent(before: number) {
    const { panel, moderator } = bench;
    const contributionId = await send(panel, { text: words, promptId: await ask(panel) });
    const ids = { panelId: panel.panelId, contributionId };
    const work = {
      redact: () =>
        redactContribution(moderator, {
          ...{ ...ids, choice: { hide: [], words: 'Okafor' }, revision: 1 },
        }),
      moderate: () =>
        moderateContribution(moderator, {
          ...{ ...ids, revision: 2, decision: { verdict: 'accepted' } },
        }),
      amend: () =>
        amendRedaction(moderator, { ...ids, words: 'Rosehill', reason: 'Known', revision: 3 }),
    };
    for (const step of steps.slice(0, before)) await work[step]();
    return { ids, work };
  }

  it.each(steps)('always succeeds, whatever the order: %s', async (step) => {
    const refusals: unknown[] = [];
    for (let delay = 0; delay < 12; delay += 1) {
      const { ids, work } = await sent(steps.indexOf(step));
      const back = wait(delay).then(() =>
        withdrawFor(bench.facilitator, { ...ids, readBackOn: today() }),
      );
      const [withdrawn, worked] = await Promise.allSettled([back, work[step]()]);
      expect(withdrawn).toMatchObject({ status: 'fulfilled' });
      if (worked.status === 'rejected') refusals.push(worked.reason);
      const { contribution } = await getContribution(bench.facilitator, ids);
      expect(contribution).toMatchObject({ state: 'withdrawn', text: null });
    }
    const codes = refusals.map((one) => (one instanceof ServiceError ? one.code : one));
    for (const code of codes) expect(['conflict', 'not-found']).toContain(code);
  });
});
