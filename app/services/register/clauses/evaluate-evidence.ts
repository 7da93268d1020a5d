import type { LifecycleStage, SystemRole } from '#db/schema/ai-system.ts';
import type { RecommendationState } from '#db/schema/recommendation.ts';
import type { Sections } from '../description-schema.ts';
import type { DocumentationSummary } from '../documentation.ts';
import type { Section } from '../description-fields.ts';
import { valueOf, textOf } from '../read-field.ts';
import { stagesInUse } from '../register-words.ts';
import { evidenceRows, sectionOf, type EvidenceCode, type EvidenceRow } from './evidence-rows.ts';

/** Withheld: it is read from a section that the reader may not read. */
export const evidenceStates = ['there', 'partly', 'missing', 'not-applicable', 'withheld'] as const;
export type EvidenceState = (typeof evidenceStates)[number];

export type EvidenceFacts = {
  today: string;
  /** Those that the reader may read, and the names of the others. */
  sections: Sections;
  withheld: readonly Section[];
  /** Roles in which somebody serves today. */
  roles: readonly SystemRole[];
  /** The newest statement of each recommendation that anybody has made. */
  recommendations: ReadonlyMap<string, RecommendationState>;
  /** Of each version: how many numbers of performance are stated. */
  versions: readonly { performance: number }[];
  /** What the papers of each data set say that the system used. */
  papers: readonly DocumentationSummary[];
  /** Deployments that the reader sees: how far they have come, and what is watched of them. */
  places: readonly {
    stage: LifecycleStage;
    hasPlan: boolean;
    isDecided: boolean;
    openAlertsDue: readonly string[];
  }[];
  changePlans: number;
  /** Changes of where data go that somebody must still look at or undo. */
  openTransfers: number;
};

/** Of several things how many are so. */
function shareOf(flags: readonly boolean[]): EvidenceState {
  if (flags.length === 0 || !flags.includes(true)) return 'missing';
  return flags.includes(false) ? 'partly' : 'there';
}

const ofAssessment: Record<string, EvidenceState> = {
  ...{ done: 'there', 'under-way': 'partly', planned: 'partly', 'not-needed': 'not-applicable' },
};
const ofRecommendation: Record<RecommendationState, EvidenceState> = {
  ...{ met: 'there', partly: 'partly', 'not-met': 'missing', 'not-applicable': 'not-applicable' },
};
const ofTest: Record<string, EvidenceState> = { yes: 'there', planned: 'partly' };

function stateOfPapers(papers: EvidenceFacts['papers']): EvidenceState {
  if (papers.every(({ documented }) => documented === 0)) return 'missing';
  return papers.every(({ gaps, open }) => gaps === 0 && open === 0) ? 'there' : 'partly';
}

function stateOf(row: EvidenceRow, facts: EvidenceFacts): EvidenceState {
  const { sections } = facts;
  const inUse = facts.places.filter(({ stage }) => stagesInUse.includes(stage));
  const planned = shareOf(inUse.map(({ hasPlan }) => hasPlan));
  switch (row.kind) {
    case 'fields': {
      const { section, fields } = row;
      return shareOf(
        fields.map((field) => valueOf(sections, section, field as never) !== undefined),
      );
    }
    case 'assessment':
      return ofAssessment[textOf(sections, 'safety', row.field)] ?? 'missing';
    case 'people':
      return shareOf(row.roles.map((wanted) => wanted.some((role) => facts.roles.includes(role))));
    case 'recommendation': {
      const state = facts.recommendations.get(row.code);
      return state === undefined ? 'missing' : ofRecommendation[state];
    }
    case 'tested':
      return ofTest[textOf(sections, 'explainability', 'userTested')] ?? 'missing';
    case 'versions':
      if (facts.versions.length === 0) return 'missing';
      return facts.versions.some(({ performance }) => performance > 0) ? 'there' : 'partly';
    case 'datasets':
      return facts.papers.length > 0 ? 'there' : 'missing';
    case 'papers':
      return stateOfPapers(facts.papers);
    case 'plan':
      return planned;
    case 'alerts': {
      if (planned === 'missing') return 'missing';
      const isLate = inUse.some(({ openAlertsDue }) =>
        openAlertsDue.some((due) => due < facts.today),
      );
      return isLate ? 'partly' : planned;
    }
    case 'change-plan':
      return facts.changePlans > 0 ? 'there' : 'missing';
    case 'decisions':
      return shareOf(facts.places.map(({ isDecided }) => isDecided));
    case 'transfers':
      if (sections.sovereignty === undefined) return 'missing';
      return facts.openTransfers === 0 ? 'there' : 'partly';
  }
}

/** What is there of a piece of evidence, as far as the facts tell. Nothing said counts as missing. */
export function evaluateEvidence(code: EvidenceCode, facts: EvidenceFacts): EvidenceState {
  const row = evidenceRows[code];
  const section = row.kind === 'transfers' ? 'sovereignty' : sectionOf(row);
  if (section !== null && facts.withheld.includes(section)) return 'withheld';
  return stateOf(row, facts);
}
