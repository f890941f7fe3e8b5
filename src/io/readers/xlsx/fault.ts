import { ReadFault, type ReadFaultReason } from '../../../tables/grid.js';

/** Why a part of the package cannot be used. Becomes a `ReadFault` with the file's name at the edge of this room. */
export class PartFault extends Error {
  readonly reason: ReadFaultReason;

  constructor(reason: ReadFaultReason, detail: string) {
    super(detail);
    this.name = 'PartFault';
    this.reason = reason;
  }
}

/** A PartFault with the file's name; any other error stays what it is. */
export function withFile(error: unknown, file: string): unknown {
  return error instanceof PartFault ? new ReadFault(error.reason, file, error.message) : error;
}
