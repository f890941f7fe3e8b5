/** The options given on the command line, by their long name without dashes (`as-of`). */
export class OptionValues {
  readonly #values: ReadonlyMap<string, readonly string[] | true>;

  constructor(values: ReadonlyMap<string, readonly string[] | true>) {
    this.#values = values;
  }

  /** The value, the last one when given twice; null when the option was not given. */
  text(name: string): string | null {
    const value = this.#values.get(name);
    return value === undefined || value === true ? null : (value.at(-1) ?? null);
  }

  /** All values in the order given. */
  list(name: string): readonly string[] {
    const value = this.#values.get(name);
    return value === undefined || value === true ? [] : value;
  }

  /** Whether the option was given at all. */
  on(name: string): boolean {
    return this.#values.has(name);
  }

  /** Names of the options given, for receipts and `config`. */
  names(): readonly string[] {
    return [...this.#values.keys()];
  }
}
