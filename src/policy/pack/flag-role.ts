import { FLAG_ROLES, type FlagRole, type FlagRule } from './schema.js';

/**
 * What a flag says, unless its pack names the role: a condition says what its fact says; being below a line, where neither the
 * register nor a line that may be missing takes anybody out, is being under the line.
 */
export function roleOf(rule: FlagRule): FlagRole | null {
  if (rule.role !== undefined) return rule.role;
  if (rule.kind === 'condition') return FLAG_ROLES.find((role) => role === rule.when) ?? null;
  return rule.kind === 'below-line' && rule.unless === undefined && rule.onlyWithLine !== true ? 'under-line' : null;
}

/** The rule with its role. */
export function withRole<Rule extends FlagRule>(rule: Rule): Rule {
  const role = roleOf(rule);
  return role === null ? rule : { ...rule, role };
}
