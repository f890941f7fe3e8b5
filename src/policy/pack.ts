/** Placeholder for the shape of a pack until policy/schema.ts gives it (inferred from zod). */
export interface Pack {
  readonly id: string;
}
