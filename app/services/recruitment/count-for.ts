import { shownCount, type ShownCount } from '../panels/shown-count.ts';

/** Numbers of people for a reader: exact for who has the list of them anyway, never of few for others. */
export function countFor({ seesPeople, minimum }: { seesPeople: boolean; minimum: number }) {
  return (people: number): ShownCount =>
    seesPeople ? { count: people } : shownCount(people, minimum);
}
