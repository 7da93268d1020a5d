import type { Member } from '#db/actor.server.ts';
import { listClauseChecks } from '#db/queries/clause-check.server.ts';
import { withActor } from '../../../database.server.ts';
import { authorise } from '../../../permissions.ts';
import { today } from '../../../today.ts';
import { namesOf, requireSystem } from '../internal.server.ts';
import { readSystemFrame } from '../read-system.server.ts';
import { textOf } from '../read-field.ts';
import { shownSections } from '../shown-sections.ts';
import { clauseDates } from './clause-dates.ts';
import { clauses } from './clause-rows.ts';
import { frameworks } from './clause-schema.ts';
import { clauseState, datesOf, standingOf } from './clause-state.ts';
import { collectFacts } from './collect-facts.server.ts';
import { evaluateEvidence, evidenceStates } from './evaluate-evidence.ts';
import { evidenceCodes, evidenceRows } from './evidence-rows.ts';

/**
 * Which evidence is there for which clause, and which clauses one piece of evidence serves. It says what the register
 * holds, and nothing about the law.
 */
export async function getClauses(member: Member, { systemId }: { systemId: string }) {
  authorise(member, 'models.read');
  const { organisationId } = member;
  const { frame, isSaid, facts, checks } = await withActor(member, async (tx) => {
    const system = await requireSystem(tx, member, systemId);
    const { role, tier } = standingOf(system.sections);
    const shown = shownSections(member, system.sections);
    return {
      frame: await readSystemFrame(tx, member, systemId),
      // Whoever may not read what is said is told that it is, never what.
      isSaid: role !== '' && tier !== '',
      facts: await collectFacts(tx, member, { systemId, ...shown }),
      checks: await listClauseChecks(tx, { organisationId }),
    };
  });
  const names = await namesOf(checks.map(({ recordedBy }) => recordedBy));
  const states = new Map(evidenceCodes.map((code) => [code, evaluateEvidence(code, facts)]));
  const stateOf = (code: (typeof evidenceCodes)[number]) => states.get(code) ?? 'missing';
  const { sections, withheld } = facts;
  const standing = standingOf(sections);
  const when = { route: textOf(sections, 'regulatory', 'route'), day: facts.today };
  const items = clauses.map((clause) => {
    const check = checks.find(({ code }) => code === clause.code);
    return {
      ...{ ...clause, evidence: clause.evidence.map((code) => ({ code, state: stateOf(code) })) },
      ...clauseState(clause, clause.evidence.map(stateOf), standing),
      dates: datesOf(clause, clauseDates, when),
      check: check ? { ...check, by: names.get(check.recordedBy) ?? null } : null,
    };
  });
  return {
    ...{ frame, isSaid, withheld, day: today() },
    groups: frameworks.map((framework) => {
      const own = items.filter((item) => item.framework === framework);
      const count = (state: string) => own.filter((item) => item.state === state).length;
      const counts = evidenceStates
        .map((state) => ({ state, count: count(state) }))
        .filter(({ state, count: some }) => state !== 'withheld' || some > 0);
      return { framework, items: own, counts };
    }),
    evidence: evidenceCodes.flatMap((code) => {
      const serves = clauses.filter(({ evidence }) => evidence.includes(code));
      const labels = serves.map(({ code: clause, framework, label }) => ({
        ...{ clause, framework, label },
      }));
      return serves.length === 0
        ? []
        : [{ code, state: stateOf(code), row: evidenceRows[code], serves: labels }];
    }),
  };
}
export type ClausesPage = Awaited<ReturnType<typeof getClauses>>;
