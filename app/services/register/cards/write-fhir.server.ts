import { createHash } from 'node:crypto';
import { writeChai, type CardContent } from './write-chai.ts';

/** The guide that says how a model card travels: HL7 AI Transparency on FHIR (draft 0.1.0, FHIR 4.0.1). */
const guide = 'http://hl7.org/fhir/uv/aitransparency';
const cardCodes = `${guide}/CodeSystem/AIinputsCS`;

const coded = (code: string, display: string) => ({
  coding: [{ system: cardCodes, code, display }],
});

type Facts = CardContent & {
  systemId: string;
  organisation: string;
  /** Of the words in which name and summary stand. */
  language: string;
  describedAt: Date;
};

/**
 * The system as a DocumentReference of FHIR R4 that carries its model card of the Coalition for Health AI. It is
 * about no patient, so it has no subject; the hash is SHA-1 of the card's bytes, as R4 asks.
 */
export function writeFhir(facts: Facts) {
  const card = Buffer.from(writeChai(facts), 'utf8');
  const instant = facts.describedAt.toISOString();
  const author = { type: 'Organization', display: facts.organisation };
  const summary = facts.summary.trim();
  return {
    resourceType: 'DocumentReference',
    meta: { profile: [`${guide}/StructureDefinition/AI-ModelCard`] },
    identifier: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${facts.systemId}` }],
    status: 'current',
    type: coded('AIModelCard', 'AI Model-Card'),
    category: [coded('AImodelCardCHAIformat', 'CHAI Format')],
    date: instant,
    author: [author],
    custodian: author,
    // No string of FHIR may be empty.
    ...(summary === '' ? {} : { description: summary }),
    content: [
      {
        attachment: {
          contentType: 'application/xml',
          language: facts.language,
          data: card.toString('base64'),
          size: card.length,
          hash: createHash('sha1').update(card).digest('base64'),
          title: facts.name.trim(),
          creation: instant,
        },
      },
    ],
  };
}
