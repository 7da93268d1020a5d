import type {
  ChangeBound,
  ChangeKind,
  ChangeReason,
  ChangeVerdict,
  StatedValue,
} from '#db/schema/model-change.ts';
import { nameKey } from '../name-key.ts';

type Plan = { kinds: readonly ChangeKind[]; bounds: readonly ChangeBound[] };
type Notice = { kinds: readonly ChangeKind[]; values: readonly StatedValue[] };

function checkBound(bound: ChangeBound, values: readonly StatedValue[]): ChangeReason {
  const { metric, minimum, maximum } = bound;
  const stated = values.filter((value) => nameKey(value.metric) === nameKey(metric));
  const low = stated.find(({ value }) => minimum !== undefined && value < minimum);
  if (low) return { code: 'below', metric, value: low.value, bound: minimum ?? 0 };
  const high = stated.find(({ value }) => maximum !== undefined && value > maximum);
  if (high) return { code: 'above', metric, value: high.value, bound: maximum ?? 0 };
  const [first] = stated;
  return first ? { code: 'within', metric, value: first.value } : { code: 'not-stated', metric };
}

/**
 * Whether a supplier's notice lies inside the changes that were planned, and why. A bound that the
 * notice does not speak of leaves it open: nothing said is not something kept.
 */
export function compareNotice(
  plan: Plan | null,
  notice: Notice,
): { verdict: ChangeVerdict; reasons: ChangeReason[] } {
  if (plan === null) return { verdict: 'outside', reasons: [{ code: 'no-plan' }] };
  const unplanned = notice.kinds
    .filter((kind) => !plan.kinds.includes(kind))
    .map((kind): ChangeReason => ({ code: 'kind-not-planned', kind }));
  const reasons = [...unplanned, ...plan.bounds.map((bound) => checkBound(bound, notice.values))];
  const has = (...codes: ChangeReason['code'][]) =>
    reasons.some(({ code }) => codes.includes(code));
  if (has('kind-not-planned', 'below', 'above')) return { verdict: 'outside', reasons };
  return { verdict: has('not-stated') ? 'cannot-tell' : 'inside', reasons };
}
