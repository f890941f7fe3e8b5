import type { CheckExample } from '../../src/checks/define-check.js';
import { runChecks } from '../../src/checks/run-checks.js';
import type { CheckRun } from '../../src/findings/collector.js';
import { FindingCollector } from '../../src/findings/collector.js';
import type { Finding } from '../../src/findings/finding.js';
import type { Cell } from '../../src/tables/grid.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from '../tables/workbook-builder.js';

export interface ExampleRun {
  readonly findings: readonly Finding[];
  readonly runs: readonly CheckRun[];
}

/** Example rows as sheets: header in row 1, columns in the order in which they appear. */
export function exampleSheets({ tables, sheets }: CheckExample): Record<string, readonly (readonly Cell[])[]> {
  const grids: Record<string, readonly (readonly Cell[])[]> = { ...sheets };
  for (const [kind, rows] of Object.entries(tables)) {
    const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    grids[kind] = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? null))];
  }
  return grids;
}

/** Reads an example as a workbook and runs the checks over it; `only` narrows them down. */
export async function runExample(example: CheckExample, only?: readonly string[]): Promise<ExampleRun> {
  const { roster, findings } = await readRoster([gridWorkbook(exampleSheets(example), { file: '例.xlsx' })]);
  const collector = new FindingCollector();
  for (const finding of findings) collector.add(finding);
  const runs = runChecks(
    {
      roster,
      asOf: example.asOf ?? '2024-12-31',
      lists: example.lists ?? [],
      ...(only === undefined ? {} : { only }),
    },
    collector,
  );
  return { findings: collector.findings, runs };
}

/** `成员!身份证号@1` (data row from 1), `文件 名单.xlsx` for a place that is a whole file. */
export function placeText({ place }: Finding): string {
  if (place.sheet === null) return `文件 ${place.file ?? ''}`;
  return `${place.sheet}!${place.header ?? ''}@${place.row === null ? '' : place.row - 1}`;
}
