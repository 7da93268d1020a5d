/** One of the values offered; the first where the address names none. */
export function readChoice<Value extends string>(
  search: URLSearchParams,
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  return values.find((value) => value === search.get(name)) ?? values[0];
}
