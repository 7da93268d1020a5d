type Round = { state: string; closesOn: string | null };

/**
 * Whether people can answer a round on this day. After its last day nobody can; closing it waits for a
 * person who says what came of it.
 */
export function takesAnswers({ state, closesOn }: Round, day: string): boolean {
  return state === 'open' && (closesOn === null || day <= closesOn);
}
