import { numberOf, type Database } from '../store/database.js';

/** Whether the bank has answered for a line. Settled batches are asked for once and cost nothing a line. */
export class BankAnswers {
  private readonly database: Database;
  private readonly whole = new Map<number, boolean>();

  constructor(database: Database) {
    this.database = database;
  }

  /** `lineCount`: lines of the version. */
  hasResult(version: number, line: number, lineCount: number): boolean {
    let whole = this.whole.get(version);
    if (whole === undefined) {
      whole = this.answeredLines(version) === lineCount;
      this.whole.set(version, whole);
    }
    if (whole) return true;
    const sql = "SELECT 1 AS found FROM line_event WHERE version = ? AND line_no = ? AND kind <> 'reversed' LIMIT 1";
    return this.database.get(sql, version, line) !== undefined;
  }

  private answeredLines(version: number): number {
    const results = this.count(
      "SELECT count(*) AS n FROM line_event WHERE version = ? AND kind <> 'reversed'",
      version,
    );
    // A payment that came back later has two results.
    const again = `SELECT count(*) AS n FROM line_event e WHERE e.version = ? AND e.kind IN ('failed', 'returned')
      AND EXISTS (SELECT 1 FROM line_event p WHERE p.version = e.version AND p.line_no = e.line_no AND p.kind = 'paid')`;
    return results - this.count(again, version);
  }

  private count(sql: string, version: number): number {
    const row = this.database.get(sql, version);
    return row === undefined ? 0 : numberOf(row, 'n');
  }
}
