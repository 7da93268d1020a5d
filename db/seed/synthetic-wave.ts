import { createHmac, randomUUID } from 'node:crypto';
import type { Generator } from '#analysis/numeric/seeded-generator.ts';
import { toItemCodes } from '#surveys/model/answers.ts';
import { staffCovariates, type CovariateAnswers } from '#surveys/model/covariates.ts';
import type { Instrument } from '#surveys/model/instrument.ts';
import { scoringRecipeVersion } from '#surveys/scoring/score-response.ts';
import type { responses } from '../schema/response.ts';
import { demoSites } from './demo-organisation.ts';
import {
  demoTruth,
  drawAnswers,
  drawTraits,
  laterTraits,
  type Traits,
} from './synthetic-respondents.ts';

export type SyntheticPerson = {
  siteIndex: number;
  language: string;
  traits: Traits;
  covariates: CovariateAnswers;
  /** Returns in the second wave with the code they kept. */
  linkCode: string | null;
};

function drawCovariates(random: Generator): CovariateAnswers {
  return Object.fromEntries(
    staffCovariates.map(({ id, options }) => {
      // The first options are the common ones, as on a ward; one in twenty prefers not to say.
      const position = Math.floor(options.length * random() ** 1.6);
      return [id, random() < 0.05 ? null : (options[position]?.code ?? null)];
    }),
  );
}

export function drawPeople(random: Generator): SyntheticPerson[] {
  return demoSites.flatMap((site, siteIndex) =>
    Object.entries(site.people).flatMap(([language, count]) =>
      Array.from({ length: count }, (_, position) => ({
        siteIndex,
        language,
        traits: drawTraits(random, demoTruth),
        covariates: drawCovariates(random),
        linkCode: random() < 0.6 ? `${site.name}/${language}/${position}` : null,
      })),
    ),
  );
}

/** The second wave: who kept a code comes back with it, the others are new people. */
export function drawReturning(random: Generator, people: SyntheticPerson[]): SyntheticPerson[] {
  return people
    .filter(() => random() < 0.93)
    .map((person) =>
      person.linkCode && random() < 0.85
        ? { ...person, traits: laterTraits(random, person.traits, demoTruth) }
        : {
            ...person,
            traits: drawTraits(random, demoTruth),
            covariates: drawCovariates(random),
            linkCode: null,
          },
    );
}

type Wave = { organisationId: string; studyId: string; waveId: string; linkingSecret: string };

/** Rows of `responses` as if they had been answered over four weeks. */
export function synthesiseResponses(
  random: Generator,
  wave: Wave & { isSecond: boolean; firstDay: Date },
  siteIds: readonly string[],
  people: readonly SyntheticPerson[],
  instrument: Instrument,
): (typeof responses.$inferInsert)[] {
  return people.flatMap((person) => {
    const site = demoSites[person.siteIndex];
    const siteId = siteIds[person.siteIndex];
    if (!site || !siteId) return [];
    const level = site.level + (wave.isSecond ? site.change : 0);
    const answers = drawAnswers(random, instrument, { ...person, level }, demoTruth);
    const day = new Date(wave.firstDay.getTime() + Math.floor(28 * random()) * 86_400_000);
    return [
      {
        organisationId: wave.organisationId,
        id: randomUUID(),
        studyId: wave.studyId,
        waveId: wave.waveId,
        siteId,
        language: person.language,
        register: 'standard' as const,
        completionMode: 'self' as const,
        origin: 'synthetic' as const,
        day: day.toISOString().slice(0, 10),
        answers,
        itemCodes: toItemCodes(instrument, answers),
        covariates: person.covariates,
        scoringRecipeVersion,
        linkHash: person.linkCode
          ? createHmac('sha256', wave.linkingSecret).update(person.linkCode).digest('base64url')
          : null,
      },
    ];
  });
}
