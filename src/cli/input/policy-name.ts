/** Name of the policy as the receipt of a batch has it; null for a batch without such a receipt (opening history). */
export function policyNameOf(receipt: string): string | null {
  let content: unknown;
  try {
    content = JSON.parse(receipt);
  } catch {
    return null;
  }
  if (typeof content !== 'object' || content === null || !('policy' in content)) return null;
  const { policy } = content;
  if (typeof policy !== 'object' || policy === null || !('name' in policy)) return null;
  return typeof policy.name === 'string' && policy.name !== '' ? policy.name : null;
}
