import { createClient, type Client } from './http-client.ts';
import { fillForm } from './fill-form.ts';

export type Step = { page: string; action: string; body: string };

/** Posts the form and answers with where it led. */
async function postStep(client: Client, step: Step): Promise<string> {
  const reply = await client.post(step.action, step.body);
  if (reply.status !== 302 && reply.status !== 303) {
    throw new Error(`${step.action} answered ${reply.status}: ${reply.body.slice(0, 400)}`);
  }
  return reply.location ?? '';
}

/**
 * Answers a survey once, form by form, up to the review page; answers with the steps, so that others
 * can take the same way without reading the pages.
 */
export async function learnSteps(url: string, start: string, choice = 3): Promise<Step[]> {
  const client = createClient(url);
  const steps: Step[] = [];
  let page = start;
  while (steps.length < 30) {
    const reply = await client.get(page);
    if (reply.status !== 200) throw new Error(`${page} answered ${reply.status}`);
    const { action, body } = fillForm(reply.body, page, choice);
    const step = { page, action, body };
    steps.push(step);
    if (page.endsWith('/review')) return steps;
    page = await postStep(client, step);
  }
  throw new Error('the survey does not end');
}

/** Begins anew: the start form carries a value of its own that makes a repeated start the same one. */
export async function begin(client: Client, [first]: readonly Step[]): Promise<void> {
  if (!first) throw new Error('no steps');
  const reply = await client.get(first.page);
  await postStep(client, { page: first.page, ...fillForm(reply.body, first.page) });
}

/** Takes all steps but the last one, which submits. */
export async function answerUntilReview(client: Client, steps: readonly Step[]): Promise<void> {
  await begin(client, steps);
  for (const step of steps.slice(1, -1)) await postStep(client, step);
}

/** Submits; true when the server confirmed it. */
export async function submit(client: Client, steps: readonly Step[]): Promise<boolean> {
  const last = steps.at(-1);
  if (!last) throw new Error('no steps');
  const reply = await client.post(last.action, last.body);
  return (reply.status === 302 || reply.status === 303) && (reply.location ?? '').endsWith('/done');
}
