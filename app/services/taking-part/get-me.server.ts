import { listOutputsOf, listPaymentsOf } from '#db/queries/panel-credit.server.ts';
import { listDrawsOf } from '#db/queries/panel-draw.server.ts';
import { findNewestConsentVersion } from '#db/queries/panel-joining.server.ts';
import {
  findContact,
  findNeeds,
  listBands,
  listConsents,
} from '#db/queries/panel-person.server.ts';
import { consentPurposes } from '#db/schema/panel.ts';
import { languageSchema } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { askedAbout } from './require-joinable.server.ts';
import type { PanelPerson } from './require-panel-person.server.ts';

/** The chance of each draw a person was in. */
export async function getOwnDraws({ actor }: PanelPerson) {
  return withActor(actor, (tx) => listDrawsOf(tx, actor));
}

export async function getOwnDetails({ actor, panel, person }: PanelPerson) {
  return withActor(actor, async (tx) => ({
    language: person.language,
    register: person.register,
    languages: panel.languages.map((tag) => languageSchema.parse(tag)),
    contact: (await findContact(tx, actor)) ?? { name: '', email: '', phone: '', agreedBy: '' },
    ...((await findNeeds(tx, actor)) ?? { needs: [], note: '' }),
  }));
}

/** What somebody agreed to, in the words of the newest text. */
export async function getOwnConsents({ actor }: PanelPerson) {
  return withActor(actor, async (tx) => {
    const version = await findNewestConsentVersion(tx, actor);
    if (!version) throw new ServiceError('not-found');
    const given = await listConsents(tx, actor);
    return {
      consentVersionId: version.id,
      intro: version.intro,
      purposes: consentPurposes.map((purpose) => {
        const newest = given.find((consent) => consent.purpose === purpose);
        return {
          purpose,
          text: version.purposes[purpose],
          granted: newest?.granted ?? false,
          at: newest?.at ?? null,
        };
      }),
    };
  });
}

export async function getAboutMe({ actor, panel }: PanelPerson) {
  return withActor(actor, async (tx) => ({
    about: await askedAbout(tx, panel),
    bands: await listBands(tx, actor),
  }));
}

export async function getOwnCredit({ actor }: PanelPerson) {
  return withActor(actor, async (tx) => {
    const consents = await listConsents(tx, actor);
    const mayBeNamed = consents.some(({ purpose, granted }) => purpose === 'credit' && granted);
    return { mayBeNamed, outputs: await listOutputsOf(tx, actor) };
  });
}

export async function getOwnPayments({ actor }: PanelPerson) {
  return withActor(actor, (tx) => listPaymentsOf(tx, actor));
}
