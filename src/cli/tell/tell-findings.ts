import { FindingCollector, type FindingDraft } from '../../findings/collector.js';
import type { Finding } from '../../findings/finding.js';
import { findingDocument } from './check-document.js';
import { findingLines } from './finding-lines.js';
import type { Terminal } from '../terminal/terminal.js';

/** Drafts as findings, in their order. */
export function asFindings(drafts: readonly FindingDraft[]): readonly Finding[] {
  const collector = new FindingCollector();
  for (const draft of drafts) collector.add(draft);
  return collector.findings;
}

/** Findings of a command that reads no roster, for people on stdout. */
export async function printFindings(findings: readonly Finding[], terminal: Terminal): Promise<void> {
  if (findings.length === 0) return;
  const { lang, reveal, paint, verbose } = terminal;
  await terminal.printAll(findingLines(findings, { lang, reveal, paint, verbose, problems: 20, cells: 8 }));
}

export function findingDocuments(findings: readonly Finding[], { lang, reveal }: Terminal): readonly object[] {
  return findings.map((finding) => findingDocument(finding, lang, reveal));
}
