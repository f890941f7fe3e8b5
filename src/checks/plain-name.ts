/** A name for comparing: middle dots, blanks and brackets come in several code points and widths. Never for output. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/[\s·•‧・．.]/g, '');
}
