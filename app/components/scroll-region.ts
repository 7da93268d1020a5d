/** A region that scrolls sideways must be reachable by keyboard, and say what it holds. */
export function scrollRegion(labelledBy: string) {
  return { role: 'region', tabIndex: 0, 'aria-labelledby': labelledBy };
}
