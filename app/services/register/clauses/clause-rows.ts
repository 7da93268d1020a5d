import type { Clause } from './clause-schema.ts';

const lookedUp = '2026-11-26';
type Shared = Omit<Clause, 'code' | 'label' | 'evidence'>;
const unread = { verifiedOn: null, isUnconfirmed: true } as const;
const act: Omit<Shared, 'roles'> = {
  ...{ framework: 'ai-act', tiers: ['high-risk'], dates: 'high-risk', verifiedOn: lookedUp },
  source: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj',
};
const provider: Shared = { ...act, roles: ['provider'] };
const deployer: Shared = { ...act, roles: ['deployer'] };
const both: Shared = { ...act, roles: ['provider', 'deployer'] };
const voluntary = { roles: [], tiers: [], dates: null };
/** Numbers and titles come from what others write about it: the standard itself is sold, and was not read. */
const iso: Shared = {
  ...{ framework: 'iso-42001', ...voluntary, source: 'https://www.iso.org/standard/81230.html' },
  ...unread,
};
const nist: Shared = {
  ...{ framework: 'nist-ai-rmf', ...voluntary, verifiedOn: lookedUp },
  source: 'https://doi.org/10.6028/NIST.AI.100-1',
};
const nistUnread: Shared = { ...nist, ...unread };

/**
 * Clauses of a law and of two voluntary frameworks, each with what Attune holds that speaks to it. `clauses:clause`
 * words each in one line of our own. It is an index of evidence: it judges nothing.
 */
export const clauses: readonly Clause[] = [
  {
    ...{ ...both, code: 'AIA-4', label: 'Art. 4', tiers: [], dates: 'literacy' },
    ...{ ...unread, evidence: ['training', 'Us3'] },
  },
  { ...provider, code: 'AIA-9', label: 'Art. 9', evidence: ['risks', 'plan', 'T1'] },
  {
    ...{ ...provider, code: 'AIA-10', label: 'Art. 10' },
    evidence: ['datasets', 'dataset-papers', 'biases', 'F2'],
  },
  { ...provider, code: 'AIA-11', label: 'Art. 11', evidence: ['intended-use', 'versions', 'T2'] },
  { ...provider, code: 'AIA-12', label: 'Art. 12', evidence: ['T5'] },
  {
    ...{ ...provider, code: 'AIA-13', label: 'Art. 13' },
    evidence: ['intended-use', 'versions', 'explanations'],
  },
  { ...provider, code: 'AIA-14', label: 'Art. 14', evidence: ['oversight', 'fallback', 'Us2'] },
  { ...provider, code: 'AIA-15', label: 'Art. 15', evidence: ['versions', 'security', 'R3'] },
  {
    ...{ ...deployer, code: 'AIA-26-1', label: 'Art. 26(1)' },
    evidence: ['intended-use', 'oversight'],
  },
  {
    ...{ ...deployer, code: 'AIA-26-2', label: 'Art. 26(2)' },
    evidence: ['oversight', 'training', 'owner', 'clinicians'],
  },
  { ...deployer, code: 'AIA-26-4', label: 'Art. 26(4)', evidence: ['input-data', 'T3'] },
  {
    ...{ ...deployer, code: 'AIA-26-5', label: 'Art. 26(5)' },
    evidence: ['plan', 'alerts', 'fallback', 'supplier'],
  },
  { ...deployer, code: 'AIA-26-6', label: 'Art. 26(6)', evidence: ['countries', 'T5'] },
  { ...deployer, code: 'AIA-26-9', label: 'Art. 26(9)', evidence: ['dpia'] },
  { ...deployer, code: 'AIA-26-11', label: 'Art. 26(11)', evidence: ['patient-information'] },
  {
    ...{ ...deployer, code: 'AIA-27', label: 'Art. 27' },
    evidence: ['rights-assessment', 'equality-assessment', 'consulted', 'contest'],
  },
  {
    ...{ ...both, code: 'AIA-49', label: 'Art. 49', evidence: ['registration'] },
    ...unread,
  },
  {
    ...{ ...both, code: 'AIA-50', label: 'Art. 50', tiers: ['high-risk', 'transparency'] },
    ...{ dates: 'general', evidence: ['patient-information', 'explanations'] },
  },
  { ...provider, code: 'AIA-72', label: 'Art. 72', evidence: ['plan', 'alerts', 'change-plan'] },
  { ...provider, code: 'AIA-73', label: 'Art. 73', evidence: ['alerts', 'clinicians'] },
  {
    ...{ ...deployer, code: 'AIA-86', label: 'Art. 86', evidence: ['contest', 'explanations'] },
    ...{ ...unread, dates: 'general' },
  },
  { ...iso, code: 'ISO-A-3-2', label: 'A.3.2', evidence: ['owner', 'clinicians', 'T6'] },
  { ...iso, code: 'ISO-A-3-3', label: 'A.3.3', evidence: ['complaints', 'alerts'] },
  {
    ...{ ...iso, code: 'ISO-A-5-3', label: 'A.5.3' },
    evidence: ['dpia', 'rights-assessment', 'equality-assessment'],
  },
  { ...iso, code: 'ISO-A-5-4', label: 'A.5.4', evidence: ['biases', 'consulted', 'F3', 'Us5'] },
  {
    ...{ ...iso, code: 'ISO-A-6-2-4', label: 'A.6.2.4' },
    evidence: ['versions', 'local-validation', 'U3', 'G4'],
  },
  { ...iso, code: 'ISO-A-6-2-5', label: 'A.6.2.5', evidence: ['decisions', 'U4'] },
  { ...iso, code: 'ISO-A-6-2-6', label: 'A.6.2.6', evidence: ['plan', 'alerts', 'change-plan'] },
  { ...iso, code: 'ISO-A-7-4', label: 'A.7.4', evidence: ['dataset-papers', 'T3'] },
  { ...iso, code: 'ISO-A-7-5', label: 'A.7.5', evidence: ['datasets', 'input-data'] },
  { ...iso, code: 'ISO-A-8-2', label: 'A.8.2', evidence: ['intended-use', 'training'] },
  { ...iso, code: 'ISO-A-8-4', label: 'A.8.4', evidence: ['alerts', 'patient-information'] },
  { ...iso, code: 'ISO-A-9-4', label: 'A.9.4', evidence: ['intended-use', 'oversight'] },
  {
    ...{ ...iso, code: 'ISO-A-10-3', label: 'A.10.3' },
    evidence: ['supplier', 'countries', 'transfers-looked-at'],
  },
  { ...nist, code: 'NIST-GOVERN-2', label: 'GOVERN 2', evidence: ['owner', 'training', 'T6'] },
  {
    ...{ ...nist, code: 'NIST-GOVERN-5', label: 'GOVERN 5' },
    evidence: ['consulted', 'involvement-lead', 'complaints', 'G1'],
  },
  {
    ...{ ...nist, code: 'NIST-GOVERN-6', label: 'GOVERN 6' },
    evidence: ['supplier', 'countries', 'transfers-looked-at'],
  },
  { ...nist, code: 'NIST-MAP-1', label: 'MAP 1', evidence: ['intended-use', 'U1', 'Us1'] },
  { ...nist, code: 'NIST-MAP-4', label: 'MAP 4', evidence: ['risks', 'supplier', 'datasets'] },
  {
    ...{ ...nist, code: 'NIST-MAP-5', label: 'MAP 5' },
    evidence: ['dpia', 'equality-assessment', 'biases', 'consulted'],
  },
  {
    ...{ ...nistUnread, code: 'NIST-MEASURE-2', label: 'MEASURE 2' },
    evidence: ['versions', 'local-validation', 'explanations-tested', 'F3', 'R3'],
  },
  { ...nistUnread, code: 'NIST-MEASURE-3', label: 'MEASURE 3', evidence: ['plan', 'alerts', 'T4'] },
  {
    ...nistUnread,
    code: 'NIST-MANAGE-1',
    label: 'MANAGE 1',
    evidence: ['risks', 'decisions', 'G3'],
  },
  { ...nistUnread, code: 'NIST-MANAGE-2', label: 'MANAGE 2', evidence: ['fallback', 'resources'] },
  {
    ...{ ...nistUnread, code: 'NIST-MANAGE-4', label: 'MANAGE 4' },
    evidence: ['plan', 'alerts', 'change-plan', 'T4'],
  },
];
