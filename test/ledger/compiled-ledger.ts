import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ROOMS = ['src/domain', 'src/findings', 'src/ledger', 'test/ledger/worker'];

export interface CompiledLedger {
  /** Script that child processes run. */
  readonly worker: string;
  remove(): void;
}

/**
 * Makes plain JavaScript of the ledger, so that real processes can run it whatever has been built. Stands inside the
 * project, where the driver is found.
 */
export function compileLedger(name: string): CompiledLedger {
  const out = path.join(ROOT, 'node_modules', '.cache', `ledger-${name}-${process.pid}`);
  for (const room of ROOMS) {
    for (const file of readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const source = readFileSync(path.join(ROOT, room, file), 'utf8');
      mkdirSync(path.dirname(path.join(out, room, file)), { recursive: true });
      const { outputText } = ts.transpileModule(source, {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
      });
      writeFileSync(path.join(out, room, file.replace(/\.ts$/, '.js')), outputText);
    }
  }
  writeFileSync(path.join(out, 'package.json'), '{"type":"module"}');
  return {
    worker: path.join(out, 'test/ledger/worker/ledger-worker.js'),
    remove: () => rmSync(out, { recursive: true, force: true }),
  };
}
