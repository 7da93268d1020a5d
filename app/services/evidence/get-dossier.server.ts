import type { Member } from '#db/actor.server.ts';
import { listEvidence } from '#db/queries/evidence.server.ts';
import type { EvidenceKind } from '#surveys/evidence/evidence.ts';
import { isInvented, standingOf, type Standing } from '#surveys/evidence/ladder.ts';
import { isCloseFit, isSufficientByCosmin, speaksFor } from '#surveys/evidence/verdicts.ts';
import type { Language, LocalText } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { languageSchema } from '../../i18n/locales.ts';
import { authorise, can } from '../../permissions.ts';
import { fieldedDocument, itemsHash } from './internal.server.ts';

type Stored = Awaited<ReturnType<typeof listEvidence>>[number];

export type DossierEntry = Pick<Stored, 'id' | 'finding' | 'origin' | 'n' | 'on'> & {
  isExpired: boolean;
  isInvented: boolean;
  speaksFor: boolean;
  /** Of a structure, by the two sets of cut-offs. */
  fit: { cosmin: boolean; huBentler: boolean } | null;
};

export type DossierPart = {
  language: Language;
  population: string;
  isSource: boolean;
  /** By what was computed or done here. */
  own: Standing;
  /** When published evidence counts as well. */
  withPublished: Standing;
  entries: DossierEntry[];
};

export type Dossier = {
  instrumentId: string;
  title: LocalText;
  languages: Language[];
  parts: DossierPart[];
  mayManage: boolean;
};

function entryOf({ id, finding, origin, n, on }: Stored, isExpired: boolean): DossierEntry {
  const fit =
    finding.kind === 'structure'
      ? { cosmin: isSufficientByCosmin(finding), huBentler: isCloseFit(finding) }
      : null;
  const verdict = { isInvented: isInvented({ origin }), speaksFor: speaksFor({ finding, n }) };
  return { id, finding, origin, n, on, isExpired, fit, ...verdict };
}

/** A translation is good for every population of its language. */
const everywhere: readonly EvidenceKind[] = ['translation'];

function partOf(
  rows: readonly Stored[],
  { language, population, isSource }: Pick<DossierPart, 'language' | 'population' | 'isSource'>,
  currentHash: string,
): DossierPart {
  const ofLanguage = rows.filter((row) => row.language === language);
  const counted = ofLanguage.filter(
    (row) => row.population === population || everywhere.includes(row.finding.kind),
  );
  const placed = counted.map((row) => ({ ...row, isExpired: row.itemsHash !== currentHash }));
  const own = placed.filter(({ origin }) => origin.source !== 'published');
  return {
    ...{ language, population, isSource },
    own: standingOf(own, { isSource }),
    withPublished: standingOf(placed, { isSource }),
    entries: placed.map((row) => entryOf(row, row.isExpired)),
  };
}

/** What is known of an instrument, for each language and each population anything is known of. */
export async function getDossier(member: Member, instrumentId: string): Promise<Dossier> {
  authorise(member, 'instruments.read');
  const { organisationId } = member;
  return withActor(member, async (tx) => {
    const document = await fieldedDocument(tx, { organisationId, instrumentId });
    const rows = await listEvidence(tx, { organisationId, instrumentId });
    const tags = [...new Set(document.versions.map(({ language }) => language))];
    const languages = tags.flatMap((tag) => languageSchema.safeParse(tag).data ?? []);
    const parts = languages.flatMap((language) => {
      const isSource = language === document.sourceLanguage;
      const hash = itemsHash(document, language);
      const populations = rows
        .filter((row) => row.language === language && !everywhere.includes(row.finding.kind))
        .map(({ population }) => population);
      const named = populations.length > 0 ? [...new Set(populations)] : [''];
      return named.map((population) => partOf(rows, { language, population, isSource }, hash));
    });
    const mayManage = can(member, 'evidence.manage');
    return { instrumentId, title: document.title, languages, parts, mayManage };
  });
}
