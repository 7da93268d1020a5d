import { createHmac, randomBytes } from 'node:crypto';
import type { Respondent } from '#db/actor.server.ts';
import { keyedHash, tokenHash } from '../../secrets.server.ts';
import { codeFromBytes, newCode } from './personal-code.server.ts';

/** Whose answers a request is about; the browser holds it sealed. */
export type Ballot = { organisationId: string; studyId: string; code: string };

/** Which invitation a browser answers for; the browser holds it sealed, apart from the ballot. */
export type Receipt = {
  organisationId: string;
  invitationId: string;
  waveId: string;
  /** How often the link had been replaced when it was used. */
  reissued?: string;
};

/** The address of a ballot that came by a personal link or was resumed by its code. */
export const ownBallotLink = 'my';

export function ballotHashOf(code: string): string {
  return keyedHash('ballot-hash', code);
}

export function respondentOf(ballot: Ballot): Respondent {
  const { organisationId, studyId, code } = ballot;
  return { kind: 'respondent', organisationId, studyId, ballotHash: ballotHashOf(code) };
}

/** Put into a start form, so that a double click or a retry starts once. */
export function newStart(): string {
  return randomBytes(24).toString('base64url');
}

export function isStart(start: string): boolean {
  return /^[\w-]{32}$/.test(start);
}

/**
 * The ballot that belongs to a start. An invitation may keep the hash of the start: without the
 * start, which nobody stores, that hash leads to no ballot.
 */
export function ballotCodeOf(start: string): { code: string; startHash: string } {
  if (!isStart(start)) return { code: newCode('ballot'), startHash: tokenHash(newStart()) };
  const bytes = Buffer.from(keyedHash('ballot-hash', `start/${start}`), 'base64url');
  return { code: codeFromBytes('ballot', bytes), startHash: tokenHash(`start/${start}`) };
}

/** Per study, so that nobody can follow a linking code from one study into another. */
export function linkHashOf(linkingSecret: string, code: string): string {
  return createHmac('sha256', linkingSecret).update(code).digest('base64url');
}
