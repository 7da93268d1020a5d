import { mergeIntoDraft } from '#db/queries/draft.server.ts';
import { listConsentVersions, listFieldedSites } from '#db/queries/fielded-study.server.ts';
import type { DraftContent, DraftOnly } from '#db/schema/answering.ts';
import type { CovariateAnswers } from '#surveys/model/covariates.ts';
import type { Register } from '#surveys/model/instrument.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { today } from '../../today.ts';
import { ballotHashOf, linkHashOf, respondentOf, type Ballot } from './ballot.server.ts';
import { noCovariates } from './first-content.ts';
import { covariatesOf } from './get-consent-page.server.ts';
import { shownRegister } from './item-wording.ts';
import { openBallotSeal, sealForBallot } from './ballot-seal.server.ts';
import { withSigns } from './own-words.ts';
import { codeProblem, newCode, normaliseCode } from './personal-code.server.ts';
import { frameOf, requireDraft, type BallotUnderWay } from './read-ballot.server.ts';
import { maximumSaves } from './save-page.server.ts';
import { firstOpenPosition, type Position } from './survey-position.ts';

export type ConsentInput = {
  /** The version that was shown and agreed to; null when the box was left empty. */
  consentVersionId: string | null;
  siteId: string | null;
  covariates: ReadonlyMap<string, string>;
  register: Register;
  /** The linking code of an earlier wave as typed; empty: a new one is made. */
  linkingCode: string;
};

export const consentProblems = [
  'agreement-missing',
  'site-missing',
  'linking-incomplete',
  'linking-mistyped',
  'linking-other-kind',
] as const;
export type ConsentProblem = (typeof consentProblems)[number];

export type SavedConsent =
  | { ok: false; problems: ConsentProblem[] }
  | {
      ok: true;
      next: Position;
      /** The code made for this person, now or by an earlier click; null when they have their own. */
      madeLinkingCode: string | null;
    };

function readCovariates(
  chosen: readonly string[],
  fields: ReadonlyMap<string, string>,
): CovariateAnswers {
  const answers = noCovariates();
  for (const { id, options } of covariatesOf(chosen)) {
    const value = fields.get(id) ?? '';
    if (value === '') continue;
    const option = options.find(({ code }) => String(code) === value);
    if (!option) throw new ServiceError('invalid', 'answer-unknown');
    answers[id] = option.code;
  }
  return answers;
}

type Linking = {
  /** What is stored whatever is there; the code of an earlier wave counts more than one made here. */
  content: Partial<DraftContent & DraftOnly>;
  /** What is stored only where nothing links yet. */
  ifNone: { linkHash: string; linkingSeal: string } | null;
  problem: ConsentProblem | null;
};

/**
 * A code is made once, however often the page is sent: of two clicks the database takes the first
 * one's code, and the seal tells it to both.
 */
function settleLinking({ study }: BallotUnderWay, ballot: Ballot, typed: string): Linking {
  const none = { content: {}, ifNone: null, problem: null };
  if (study.responseMode !== 'anonymous-linked') return none;
  const hashOf = (code: string) => linkHashOf(study.linkingSecret, code);
  const code = normaliseCode(typed);
  if (code === '') {
    const made = newCode('linking');
    const linkingSeal = sealForBallot('linking-seal', ballot.code, made);
    return { ...none, ifNone: { linkHash: hashOf(made), linkingSeal } };
  }
  const problem = codeProblem('linking', code);
  if (problem) return { ...none, problem: `linking-${problem}` };
  return { ...none, content: { linkHash: hashOf(code), linkingSeal: null } };
}

/** Stores the agreement and what is asked around it, and says where to go on. */
export async function saveConsent(input: {
  ballot: Ballot;
  wanted: readonly string[];
  given: ConsentInput;
  /** The personal link that brought this browser here was replaced since. */
  isLinkReplaced: boolean;
}): Promise<SavedConsent> {
  const { ballot, wanted, given, isLinkReplaced } = input;
  return withActor(respondentOf(ballot), async (tx): Promise<SavedConsent> => {
    const underWay = await requireDraft(tx, ballot);
    const { study, instrument, content } = underWay;
    // Who has agreed keeps what they began; before that, the newer link is the one that counts.
    if (isLinkReplaced && content.consentVersionId === null) {
      throw new ServiceError('gone', 'invitation-gone');
    }
    const versions = await listConsentVersions(tx, ballot);
    const sites = content.siteIsGiven ? [] : await listFieldedSites(tx, ballot);
    const siteId = content.siteIsGiven
      ? content.siteId
      : (sites.find(({ id }) => id === given.siteId)?.id ??
        (sites.length === 1 ? (sites[0]?.id ?? null) : null));
    const consent = versions.find(({ id }) => id === given.consentVersionId);
    const linking = settleLinking(underWay, ballot, given.linkingCode);
    const problems: ConsentProblem[] = [
      ...(consent ? [] : (['agreement-missing'] as const)),
      ...(siteId === null ? (['site-missing'] as const) : []),
      ...(linking.problem ? [linking.problem] : []),
    ];
    if (problems.length > 0 || !consent) return { ok: false, problems };

    const { language } = frameOf(study, wanted);
    const saved = await mergeIntoDraft(tx, {
      organisationId: ballot.organisationId,
      ballotHash: ballotHashOf(ballot.code),
      content: {
        consentVersionId: consent.id,
        siteId,
        covariates: readCovariates(study.covariates, given.covariates),
        language,
        register: shownRegister(instrument, language, given.register),
        ...linking.content,
      },
      linkingIfNone: linking.ifNone,
      day: today(),
      maximumSaves,
    });
    if (!saved) throw new ServiceError('too-many-requests', 'too-many-saves');
    const next = firstOpenPosition(instrument, withSigns(saved));
    const { linkingSeal } = saved;
    return {
      ok: true,
      next,
      madeLinkingCode: linkingSeal
        ? openBallotSeal('linking-seal', ballot.code, linkingSeal)
        : null,
    };
  });
}
