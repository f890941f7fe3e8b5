import { z } from 'zod';

/** Yuan with exactly two decimals. */
export const YUAN = z.string().regex(/^-?\d+\.\d{2}$/);
export const SHA256 = z.string().regex(/^[0-9a-f]{64}$/);
export const MONTH = z.string();
export const STATE = z.enum(['draft', 'approved', 'exported', 'settled', 'closed', 'void']);

/** Objects may get further members in later versions; what stands here keeps its name and meaning. */
export const { looseObject: object } = z;
export const text = z.string();
export const textOrNull = z.string().nullable();
export const count = z.number().int();
