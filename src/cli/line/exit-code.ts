/**
 * Exit codes of every command (src/CONTRACT.md §2): 0 done, nothing held or differing; 1 done with findings at or above
 * `--fail-on`, or differences; 2 could not do it; 130 interrupted.
 */
export type ExitCode = 0 | 1 | 2 | 130;

/** The worst of several outcomes. */
export function worst(...codes: readonly ExitCode[]): ExitCode {
  let result: ExitCode = 0;
  for (const code of codes) if (code > result) result = code;
  return result;
}
