/** Somebody on the standing list (停发名单): nothing is paid to them until they are released. */
export interface StandingHold {
  /** 户编号, 18-character ID or 统一社会信用代码, in the one spelling by which keys are compared (`foldKey`). */
  readonly payee: string;
  readonly reason: string;
  readonly by: string;
  /** Moment as ISO text. */
  readonly at: string;
}
