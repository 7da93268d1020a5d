import { seedDemoModels } from '#db/seed/models/seed-demo-models.server.ts';
import { seedDemoMonitoring } from '#db/seed/models/seed-demo-monitoring.server.ts';
import { demoSurveyLinkCode } from '#db/seed/panel/insert-survey.server.ts';
import { seedDemoPanel } from '#db/seed/panel/seed-demo-panel.server.ts';
import { seedDemo, demoEmail } from '#db/seed/seed-demo.server.ts';
import { demoLinkCode, demoPeople } from '#db/seed/demo-organisation.ts';
import { vacuumChanged } from '#db/vacuum-changed.server.ts';
import { defaultConsent } from '../studies/default-consent/default-consent.ts';
import { getDatabase, getOpened } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { today } from '../../today.ts';
import { evaluateAll } from '../monitoring/evaluate-deployment.server.ts';
import { keyedHash } from '../../secrets.server.ts';

/** Different on each installation, the same at each start: a demo is reachable by its network. */
function demoPassword(): string {
  const letters = keyedHash('demo-password', 'demo')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return [letters.slice(0, 5), letters.slice(5, 10), letters.slice(10, 15)].join('-');
}

/** Makes the demo organisation where there is none, its panel and its AI systems; answers with what to print. */
export async function ensureDemo(): Promise<string> {
  const password = demoPassword();
  const consent = defaultConsent('anonymous-linked');
  await seedDemo(getDatabase(), { password, today: new Date(), consent });
  await seedDemoPanel(getDatabase(), new Date());
  await seedDemoModels(getDatabase(), new Date());
  if (await seedDemoMonitoring(getDatabase(), new Date())) await evaluateAll(today());
  await vacuumChanged(getOpened());
  const { publicUrl } = env();
  const people = demoPeople.map(({ role, name }) => `  ${demoEmail(role).padEnd(36)} ${name}`);
  return [
    '',
    `Attune  ${publicUrl}`,
    '',
    `Open survey   ${publicUrl}/s/${demoLinkCode}`,
    `Open survey   ${publicUrl}/s/${demoSurveyLinkCode}   its words are coded in the panel`,
    `Sign in       ${publicUrl}/sign-in   password: ${password}`,
    ...people,
    '',
    'Everything in the demo organisation is synthetic.',
    '',
  ].join('\n');
}
