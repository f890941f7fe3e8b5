/** `null` is unknown: an input is missing or contradictory. It never turns into yes or no by itself. */
export type Truth = true | false | null;

/** No as soon as one is no; unknown if nothing is no and something is unknown. */
export function allOf(values: readonly Truth[]): Truth {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

/** Yes as soon as one is yes; unknown if nothing is yes and something is unknown. */
export function anyOf(values: readonly Truth[]): Truth {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}
