import type { MetricPack } from '../metric-schema.ts';

const proportions = { chart: 'p-prime', reason: 'proportions' } as const;
const share = { data: 'proportion', unit: 'share', ...proportions, cadence: 'month' } as const;
const individuals = { chart: 'xmr', reason: 'measurements' } as const;
const measured = { data: 'continuous', ...individuals, cadence: 'month' } as const;
const access = ['interpreter', 'device', 'bandwidth', 'age', 'disability'];
const spoken = ['language', 'accent', 'interpreter', 'specialty'];
const scanned = ['sex', 'age', 'scanner', 'portable'];

const chambers = 'Chambers and others (2019). https://doi.org/10.1136/bmjopen-2018-027743';
const tierney = 'Tierney and others (2024). https://doi.org/10.1056/CAT.23.0404';
const levenshtein = 'Levenshtein (1966). Soviet Physics Doklady 10, 707–710';
const asgari = 'Asgari and others (2025). https://doi.org/10.1038/s41746-025-01670-7';
const cohen = 'Cohen (1960). https://doi.org/10.1177/001316446002000104';
const byrt = 'Byrt, Bishop, Carlin (1993). https://doi.org/10.1016/0895-4356(93)90018-V';
/** Of two readers of the same notes: who of them found it. */
const readings = {
  codes: ['both-found', 'first-only', 'second-only', 'neither'],
  add: 'to-all',
} as const;
const chapman = 'Harkema, Dowling, Chapman (2009). https://doi.org/10.1016/j.jbi.2009.05.002';
const allen = {
  source: 'Allen and others (2021). Journal of the American College of Radiology 18, 1489–1496',
  isUnconfirmed: true,
} as const;
const mcgenity = 'McGenity and others (2024). https://doi.org/10.1038/s41746-024-01106-8';
const acosta = 'Acosta and others (2022). https://doi.org/10.1038/s41591-022-01981-2';
const wong = 'Wong and others (2021). https://doi.org/10.1001/jamainternmed.2021.2626';

export const triagePack: MetricPack = {
  kind: 'triage',
  metrics: [
    {
      ...{ code: 'disposition-change', ...share, direction: 'neutral', how: 'log' },
      ...{ groups: access, of: 'shown-outputs', source: chambers },
    },
    {
      ...{ code: 'under-triage', ...share, direction: 'down', how: 'linked-outcome' },
      ...{ groups: access, of: 'known-outcomes', source: chambers },
    },
    {
      ...{ code: 'over-triage', ...share, direction: 'down', how: 'linked-outcome' },
      ...{ groups: access, of: 'known-outcomes', source: chambers },
    },
    {
      ...{ code: 'return-after-advice', ...share, direction: 'down', how: 'linked-outcome' },
      ...{ groups: access, of: 'sessions', source: chambers },
    },
    {
      ...{ code: 'session-not-finished', ...share, direction: 'down', how: 'log' },
      ...{ groups: access, of: 'sessions', source: chambers },
    },
    {
      ...{ code: 'wait-for-clinician', ...measured, unit: 'minutes', direction: 'down' },
      ...{ groups: access, of: 'sessions', how: 'timed', source: chambers },
    },
  ],
};

export const scribePack: MetricPack = {
  kind: 'scribe',
  metrics: [
    {
      ...{ code: 'minutes-saved', ...measured, unit: 'minutes', direction: 'up', how: 'timed' },
      ...{ groups: ['specialty', 'profession'], of: 'visits', source: tierney },
      parts: { codes: ['timed', 'log', 'self-report'], add: 'apart' },
    },
    {
      ...{ code: 'minutes-used', ...share, cadence: 'quarter', direction: 'neutral' },
      ...{ groups: ['profession'], of: 'staff-answers', how: 'survey', source: tierney },
      parts: {
        codes: ['patients', 'more-visits', 'other-work', 'breaks', 'home-earlier', 'not-noticed'],
        add: 'at-most',
      },
    },
    {
      ...{ code: 'after-hours', ...measured, unit: 'minutes', direction: 'down', how: 'log' },
      ...{ groups: ['specialty', 'profession'], of: 'licensed-staff', source: tierney },
    },
    {
      ...{ code: 'correction-time', ...measured, unit: 'seconds', direction: 'down' },
      ...{ groups: spoken, of: 'notes', how: 'timed', source: tierney },
    },
    {
      ...{ code: 'edit-distance', ...measured, unit: 'share', direction: 'neutral', how: 'log' },
      ...{ groups: spoken, of: 'notes', source: levenshtein },
    },
    {
      ...{ code: 'omissions', ...share, direction: 'down', how: 'double-reading' },
      ...{ groups: spoken, of: 'audited-notes', source: asgari },
    },
    {
      ...{ code: 'fabrications', ...share, direction: 'down', how: 'double-reading' },
      ...{ groups: spoken, of: 'audited-notes', source: asgari },
    },
    {
      ...{ code: 'omission-readings', ...share, direction: 'neutral', how: 'double-reading' },
      ...{ groups: [], of: 'audited-notes', source: byrt, parts: readings },
    },
    {
      ...{ code: 'fabrication-readings', ...share, direction: 'neutral', how: 'double-reading' },
      ...{ groups: [], of: 'audited-notes', source: byrt, parts: readings },
    },
    {
      ...{ code: 'audit-kappa', ...measured, unit: 'number', direction: 'up' },
      ...{ groups: [], of: 'audited-notes', how: 'double-reading', source: cohen },
    },
    {
      ...{ code: 'consent-offered', ...share, direction: 'up', how: 'log' },
      ...{ groups: spoken, of: 'visits', source: tierney },
    },
    {
      ...{ code: 'consent-declined', ...share, direction: 'neutral', how: 'log' },
      ...{ groups: spoken, of: 'visits', source: tierney },
    },
  ],
};

export const noteExtractionPack: MetricPack = {
  kind: 'note-extraction',
  metrics: [
    {
      ...{ code: 'negation-errors', ...share, direction: 'down', how: 'double-reading' },
      ...{ groups: ['specialty', 'language'], of: 'extracted-items', source: chapman },
    },
    {
      ...{ code: 'temporality-errors', ...share, direction: 'down', how: 'double-reading' },
      ...{ groups: ['specialty', 'language'], of: 'extracted-items', source: chapman },
    },
    {
      ...{ code: 'source-shown', ...share, direction: 'up', how: 'log' },
      ...{ groups: ['specialty'], of: 'extracted-items', source: chapman },
    },
    {
      ...{ code: 'missed-items', ...share, direction: 'down', how: 'double-reading' },
      ...{ groups: ['specialty', 'language'], of: 'audited-notes', source: chapman },
    },
  ],
};

export const imagingPack: MetricPack = {
  kind: 'imaging-pathology',
  metrics: [
    {
      ...{ code: 'second-reading-differs', ...share, direction: 'neutral', how: 'double-reading' },
      ...{ groups: scanned, of: 'second-readings', ...allen },
    },
    {
      ...{ code: 'recall', ...share, direction: 'neutral', how: 'log' },
      ...{ groups: scanned, of: 'examinations', ...allen },
    },
    {
      ...{ code: 'not-analysable', ...share, direction: 'down', how: 'log' },
      ...{ groups: ['scanner', 'stain', 'portable'], of: 'examinations', source: mcgenity },
    },
    {
      ...{ code: 'time-to-report', ...measured, unit: 'minutes', direction: 'down' },
      ...{ groups: ['scanner', 'shift'], of: 'examinations', how: 'timed', ...allen },
    },
  ],
};

export const multimodalPack: MetricPack = {
  kind: 'multimodal',
  metrics: [
    {
      ...{ code: 'input-absent', ...share, direction: 'down', how: 'log' },
      ...{ groups: ['device', 'age', 'disability'], of: 'scored-cases', source: acosta },
    },
    {
      ...{ code: 'inputs-conflict', ...share, direction: 'neutral', how: 'log' },
      ...{ groups: ['device', 'age'], of: 'scored-cases', source: acosta },
    },
    {
      ...{ code: 'answered-though-absent', ...share, direction: 'down', how: 'log' },
      ...{ groups: ['device'], of: 'scored-cases', source: acosta },
    },
  ],
};

export const prognosisPack: MetricPack = {
  kind: 'prognosis',
  metrics: [
    {
      ...{ code: 'alert-acted-on', ...share, direction: 'up', how: 'log' },
      ...{ groups: ['shift', 'sex', 'age'], of: 'flagged-cases', source: wong },
    },
    {
      ...{ code: 'known-before-alert', ...share, direction: 'down', how: 'linked-outcome' },
      ...{ groups: ['shift'], of: 'flagged-cases', source: wong },
    },
    {
      ...{ code: 'lead-time', ...measured, unit: 'minutes', direction: 'up' },
      ...{ groups: ['shift'], of: 'flagged-cases', how: 'timed', source: wong },
    },
  ],
};
