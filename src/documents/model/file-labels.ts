import { maskFreeText } from './masked-value.js';

/**
 * How input files are called in outputs: by base name, since a folder of this machine means nothing elsewhere and must
 * not change the bytes of a receipt. Files of one name keep as much of their path as tells them apart.
 */
export function fileLabels(files: Iterable<string>): (file: string | null) => string | null {
  const paths = [...new Set(files)];
  const labels = new Map<string, string>();
  for (const path of paths) {
    const parts = split(path);
    let length = 1;
    const tail = (): string => parts.slice(-length).join('/');
    const clashes = (): boolean =>
      paths.some((other) => other !== path && split(other).slice(-length).join('/') === tail());
    while (length < parts.length && clashes()) length++;
    labels.set(path, maskFreeText(tail()));
  }
  return (file) => (file === null ? null : (labels.get(file) ?? maskFreeText(split(file).at(-1) ?? file)));
}

function split(path: string): string[] {
  return path.split(/[\\/]/).filter((part) => part !== '' && part !== '.');
}
