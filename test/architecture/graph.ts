import { dirname, relative, resolve, sep } from 'node:path';
import { SRC, type SourceFile } from './sources.js';

type Graph = ReadonlyMap<string, readonly string[]>;

/** Groups of files each of which leads back to itself; their names in order. By Tarjan's strongly connected components. */
export function circlesOf(files: readonly SourceFile[]): string[][] {
  const graph = graphOf(files);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (name: string): void => {
    const own = index.size;
    index.set(name, own);
    low.set(name, own);
    stack.push(name);
    for (const next of graph.get(name) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(name, Math.min(low.get(name) ?? own, low.get(next) ?? own));
    }
    if (low.get(name) !== own) return;
    const circle = stack.splice(stack.indexOf(name));
    if (circle.length > 1 || (graph.get(name) ?? []).includes(name)) circles.push(circle.sort());
  };
  for (const name of graph.keys()) if (!index.has(name)) visit(name);
  return circles;
}

/** The entries and every file that they lead to. */
export function reachedFrom(entries: readonly string[], files: readonly SourceFile[]): ReadonlySet<string> {
  const graph = graphOf(files);
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...(graph.get(name) ?? []));
  }
  return reached;
}

function graphOf(files: readonly SourceFile[]): Graph {
  return new Map(
    files.map(({ name, imports }) => [
      name,
      imports.filter(({ to }) => to.startsWith('.')).map(({ to }) => targetOf(name, to)),
    ]),
  );
}

function targetOf(name: string, to: string): string {
  const path = relative(SRC, resolve(SRC, dirname(name), to))
    .split(sep)
    .join('/');
  return path.replace(/\.js$/, '.ts');
}
