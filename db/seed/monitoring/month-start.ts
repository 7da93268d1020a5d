/** First day of the month `later` months after `first` (YYYY-MM). */
export function monthStart(first: string, later: number): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const all = year * 12 + month - 1 + later;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}-01`;
}
