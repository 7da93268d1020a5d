import { listConsentVersions, listFieldedSites } from '#db/queries/fielded-study.server.ts';
import { staffCovariates, type CovariateId } from '#surveys/model/covariates.ts';
import { localText, type Language } from '#surveys/model/languages.ts';
import { withActor } from '../../database.server.ts';
import { ServiceError } from '../../errors.ts';
import { respondentOf, type Ballot } from './ballot.server.ts';
import { hasEasyRead } from './item-wording.ts';
import { formatCode } from './personal-code.server.ts';
import { frameOf, requireDraft, type SurveyFrame } from './read-ballot.server.ts';

export type CovariateQuestion = {
  id: CovariateId;
  question: string;
  options: { value: string; label: string }[];
  value: string;
};

export type ConsentPage = SurveyFrame & {
  consent: { id: string; text: string; number: number };
  hasAgreed: boolean;
  /** Empty when the link names the site. */
  sites: { value: string; label: string }[];
  siteId: string | null;
  covariates: CovariateQuestion[];
  easyRead: { isOffered: boolean; isChosen: boolean };
  linking: { isAsked: boolean; isSettled: boolean };
  /** A person of a panel is asked: they may work nowhere here. */
  hasPseudonym: boolean;
  code: string;
};

export function covariatesOf(chosen: readonly string[]) {
  return staffCovariates.filter(({ id }) => chosen.includes(id));
}

function wordCovariates(
  chosen: readonly string[],
  values: Partial<Record<CovariateId, number | null>>,
  language: Language,
): CovariateQuestion[] {
  return covariatesOf(chosen).map(({ id, question, options }) => ({
    id,
    question: localText(question, language, 'en'),
    options: options.map(({ code, label }) => ({
      value: String(code),
      label: localText(label, language, 'en'),
    })),
    value: String(values[id] ?? ''),
  }));
}

export async function getConsentPage(input: {
  ballot: Ballot;
  wanted: readonly string[];
}): Promise<ConsentPage> {
  const { ballot, wanted } = input;
  return withActor(respondentOf(ballot), async (tx) => {
    const { study, instrument, content } = await requireDraft(tx, ballot);
    const [consent] = await listConsentVersions(tx, ballot);
    if (!consent) throw new ServiceError('illegal-state', 'survey-not-open');
    const sites = content.siteIsGiven ? [] : await listFieldedSites(tx, ballot);
    const frame = frameOf(study, wanted);
    const { language, languages } = frame;
    const text = localText(consent.texts, language, languages[0] ?? language);
    return {
      ...frame,
      consent: { id: consent.id, text, number: consent.number },
      hasAgreed: content.consentVersionId !== null,
      sites: sites.map(({ id, name }) => ({ value: id, label: name })),
      siteId: content.siteId,
      covariates: wordCovariates(study.covariates, content.covariates, language),
      easyRead: {
        isOffered: hasEasyRead(instrument, language),
        isChosen: content.register === 'easy-read',
      },
      linking: {
        isAsked: study.responseMode === 'anonymous-linked',
        isSettled: content.linkHash !== null,
      },
      hasPseudonym: study.responseMode === 'confidential',
      code: formatCode(ballot.code),
    };
  });
}
