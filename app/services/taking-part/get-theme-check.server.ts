import { findCoding } from '#db/queries/coding.server.ts';
import { findReply } from '#db/queries/theme-check.server.ts';
import { listTranslationsOf } from '#db/queries/theme-report.server.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { quotesOf } from '../outcomes/present-suggestions.ts';
import { collectInputs } from '../themes/collect-inputs.server.ts';
import { computeThemes } from '../themes/compute-themes.server.ts';

import { idsOf } from './for-person.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

const system = ({ actor }: PanelPerson) =>
  ({ kind: 'system', organisationId: actor.organisationId }) as const;

/** The themes that were made of what a person said with others, to be told whether they are right. */
export async function getThemeCheck(reader: PanelPerson, codingId: string) {
  const { memberId, ...ofPanel } = idsOf(reader);
  const of = { ...ofPanel, codingId };
  const { coding, inputs, reply } = await withActor(system(reader), async (tx) => {
    const found = await findCoding(tx, of);
    if (!found || found.checkOpenedOn === null) throw new ServiceError('not-found');
    return {
      coding: found,
      inputs: await collectInputs(tx, of),
      reply: (await findReply(tx, { ...of, memberId })) ?? null,
    };
  });
  const textOf = new Map(inputs.texts.map(({ id, text }) => [id, text]));
  const own = inputs.texts.filter((text) => text.memberId === memberId);
  if (own.length === 0) throw new ServiceError('not-found');
  const nobody = { strata: [], bands: [] };
  const minimum = reader.panel.minimumGroup;
  const { themes } = await computeThemes({ inputs, people: nobody, minimum });
  const quoted = themes.flatMap(({ quotes, edge }) => [...quotes, ...edge]);
  const contributionIds = quoted.map(({ contributionId }) => contributionId);
  const translations = await withActor(system(reader), (tx) =>
    listTranslationsOf(tx, { ...ofPanel, contributionIds }),
  );
  const isOver = coding.checkClosesOn !== null && coding.checkClosesOn < today();
  return {
    ...{ id: codingId, title: coding.title, closesOn: coding.checkClosesOn },
    isOpen: coding.checkClosedOn === null && !isOver,
    themes: themes.map(({ id, title, summary, people, quotes, edge }) => ({
      ...{ id, title, summary, people },
      quotes: quotesOf(
        [...quotes, ...edge].map(({ contributionId, language, start, end }) => ({
          ...{ language, start, end, text: textOf.get(contributionId) ?? '' },
          translations: translations.get(contributionId) ?? [],
        })),
      ),
    })),
    own: own.map(({ id, text }) => ({ id, text })),
    reply,
  };
}

export type ThemeCheck = Awaited<ReturnType<typeof getThemeCheck>>;
