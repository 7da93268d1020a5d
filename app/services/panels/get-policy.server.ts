import type { Member } from '#db/actor.server.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { defaultPolicy } from './default-consent/default-policy.ts';
import { readPanel } from './read-panel.server.ts';

/** The rules of moderation, and words to start from where none were written. */
export async function getPolicy(member: Member, { panelId }: { panelId: string }) {
  return readPanel(member, { panelId }, (_tx, panel) => {
    const languages = panel.languages.map((tag) => languageSchema.parse(tag));
    const proposed = languages.filter((language) => panel.policy[language] === undefined);
    const texts = { ...panel.policy };
    for (const language of proposed) texts[language] = defaultPolicy[language];
    return Promise.resolve({
      revision: panel.revision,
      policy: panel.policy,
      publishedOn: panel.policyPublishedOn,
      texts,
      proposed,
    });
  });
}
