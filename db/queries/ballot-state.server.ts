import { sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import {
  drafts,
  inbox,
  usedBallots,
  wordsInbox,
  type DraftContent,
  type DraftOnly,
} from '../schema/answering.ts';
import { instrumentVersions } from '../schema/instrument.ts';
import { organisations } from '../schema/organisation.ts';
import { studies, waves, type WaveState } from '../schema/study.ts';
import { statement } from '../statement.server.ts';
import type { FieldedStudy } from './fielded-study.server.ts';

type OfBallot = { organisationId: string; studyId: string; ballotHash: string };

type BallotColumns = {
  content: (DraftContent & DraftOnly) | null;
  waveId: string | null;
  waveState: WaveState | null;
  /** Set while the sent answers, or the words beside them, wait for their batch. */
  waiting: string | null;
  used: string | null;
};

const ballotHash = sql.placeholder('ballotHash');

const ballotState = statement<FieldedStudy & BallotColumns>(sql`
  select s.title, s.languages, s.covariates, s.response_mode as "responseMode", s.state,
    s.linking_secret as "linkingSecret", s.minimum_cell_size as "minimumCellSize",
    s.draft_retention_days as "draftRetentionDays", s.retention_months as "retentionMonths",
    s.instrument_version_id as "instrumentVersionId", v.content_hash as "contentHash",
    o.name as organisation, o.contact, d.content, d.wave_id as "waveId", w.state as "waveState",
    coalesce(i.ballot_hash, (select min(k.ballot_hash) from ${wordsInbox} k
      where k.organisation_id = s.organisation_id and k.ballot_hash = ${ballotHash})) as waiting, u.wave_id as used
  from ${studies} s
  join ${instrumentVersions} v
    on v.organisation_id = s.organisation_id and v.id = s.instrument_version_id
  join ${organisations} o on o.id = s.organisation_id
  left join ${drafts} d on d.organisation_id = s.organisation_id and d.study_id = s.id
    and d.ballot_hash = ${ballotHash}
  left join ${waves} w on w.organisation_id = d.organisation_id and w.id = d.wave_id
  left join ${inbox} i
    on i.organisation_id = s.organisation_id and i.ballot_hash = ${ballotHash}
  left join ${usedBallots} u
    on u.organisation_id = s.organisation_id and u.ballot_hash = ${ballotHash}
  where s.organisation_id = ${sql.placeholder('organisationId')} and s.id = ${sql.placeholder('studyId')}`);

/** Everything a respondent's page asks about study and ballot, in one statement. */
export async function findBallotState(tx: Transaction, ballot: OfBallot) {
  const [state] = await ballotState(tx, ballot);
  if (!state) return undefined;
  const { content, waveId, waveState, waiting, used, ...study } = state;
  return { study, content, waveId, waveState, waiting, used };
}
