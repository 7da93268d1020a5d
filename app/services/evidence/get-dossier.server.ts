import type { Member } from '#db/actor.server.ts';
import { listEvidence } from '#db/queries/evidence.server.ts';
import type { EvidenceKind } from '#surveys/evidence/evidence.ts';
import { listSupersededReports } from '#db/queries/panel-job.server.ts';
import { isTranslationSupported } from '#surveys/evidence/is-translation-supported.ts';
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
  /** Words of the panel that it rests on were taken back, or a newer result took its place. */
  isSuperseded: boolean;
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

type Placed = Stored & Pick<DossierEntry, 'isExpired' | 'isSuperseded'>;

function entryOf(stored: Placed, isTranslated: boolean): DossierEntry {
  const { id, finding, origin, n, on, isExpired, isSuperseded } = stored;
  const fit =
    finding.kind === 'structure'
      ? { cosmin: isSufficientByCosmin(finding), huBentler: isCloseFit(finding) }
      : null;
  const verdict = {
    isInvented: isInvented({ origin }),
    speaksFor: finding.kind === 'translation' ? isTranslated : speaksFor({ finding, n }),
  };
  return { id, finding, origin, n, on, isExpired, isSuperseded, fit, ...verdict };
}

/** A translation is good for every population of its language. */
const everywhere: readonly EvidenceKind[] = ['translation'];

function partOf(
  rows: readonly Stored[],
  { language, population, isSource }: Pick<DossierPart, 'language' | 'population' | 'isSource'>,
  { currentHash, superseded }: { currentHash: string; superseded: ReadonlySet<string> },
): DossierPart {
  const ofLanguage = rows.filter((row) => row.language === language);
  const counted = ofLanguage.filter(
    (row) => row.population === population || everywhere.includes(row.finding.kind),
  );
  const placed = counted.map((row): Placed => ({
    ...row,
    isExpired: row.itemsHash !== currentHash,
    isSuperseded: row.origin.source === 'panel' && superseded.has(row.origin.reportId),
  }));
  const standing = placed.filter(({ isSuperseded }) => !isSuperseded);
  const isTranslated = isTranslationSupported(
    standing.filter((row) => !row.isExpired && !isInvented(row)),
  );
  const own = standing.filter(({ origin }) => origin.source !== 'published');
  return {
    ...{ language, population, isSource },
    own: standingOf(own, { isSource }),
    withPublished: standingOf(standing, { isSource }),
    entries: placed.map((row) => entryOf(row, isTranslated)),
  };
}

/** Results of panels that no longer stand. Read as the system: who reads dossiers need not see panels. */
async function findSuperseded(
  { organisationId }: Member,
  instrumentId: string,
): Promise<ReadonlySet<string>> {
  return withActor({ kind: 'system', organisationId }, async (tx) => {
    const rows = await listEvidence(tx, { organisationId, instrumentId });
    const reportIds = rows.flatMap(({ origin }) =>
      origin.source === 'panel' ? [origin.reportId] : [],
    );
    return new Set(await listSupersededReports(tx, { organisationId, reportIds }));
  });
}

/** What is known of an instrument, for each language and each population anything is known of. */
export async function getDossier(member: Member, instrumentId: string): Promise<Dossier> {
  authorise(member, 'instruments.read');
  const { organisationId } = member;
  const superseded = await findSuperseded(member, instrumentId);
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
      return named.map((population) =>
        partOf(rows, { language, population, isSource }, { currentHash: hash, superseded }),
      );
    });
    const mayManage = can(member, 'evidence.manage');
    return { instrumentId, title: document.title, languages, parts, mayManage };
  });
}
