import { getOrganisation } from '#db/queries/membership.server.ts';
import { findOpenChannel } from '#db/queries/panel-channel.server.ts';
import { findPanel } from '#db/queries/panel.server.ts';
import { languageSchema, localText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { env } from '../../env.server.ts';
import { ServiceError } from '../../errors.ts';
import { defaultLanguage } from '../../i18n/locales.ts';
import { drawCode } from '../draw-code.server.ts';

/** A way to join a panel, to be printed in one language. It shows nothing but the link. */
export async function getJoinPoster({ code, wanted }: { code: string; wanted: readonly string[] }) {
  const channel = await withActor({ kind: 'public', key: code }, (tx) =>
    findOpenChannel(tx, { code }),
  );
  if (!channel) throw new ServiceError('not-found');
  const { organisationId } = channel;
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const panel = await findPanel(tx, channel);
    const organisation = await getOrganisation(tx, { organisationId });
    if (!panel || !organisation) throw new ServiceError('not-found');
    const offered = panel.languages.map((tag) => languageSchema.parse(tag));
    const language =
      offered.find((tag) => tag === wanted.find((tag) => panel.languages.includes(tag))) ??
      offered[0] ??
      defaultLanguage;
    const address = `${env().publicUrl}/join/${encodeURIComponent(code)}?lang=${language}`;
    return {
      ...{ language, languages: offered, address, organisation: organisation.name },
      title: localText(panel.title, language, defaultLanguage),
      about: localText(panel.about, language, defaultLanguage),
      code: drawCode(address),
    };
  });
}
