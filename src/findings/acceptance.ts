/** A person looked into a warning and answers for it. */
export interface Acceptance {
  /** 核实说明 */
  readonly note: string;
  /** 核实人 */
  readonly by: string;
  /** As written; null when no day was given. */
  readonly date: string | null;
}

/** What a warning is accepted by: the same warning of the same payee with the same value has the same. Masked. */
export interface AcceptanceName {
  readonly code: string;
  /** 对象: whom or what it concerns. */
  readonly object: string;
  /** 内容: what it says, with the value. */
  readonly content: string;
  /** 核对码: the three above in short. */
  readonly key: string;
}
