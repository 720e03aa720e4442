// The operator's bank as parties sees it: one cent goes to an account, so that its owner reads the reference there. A true edge,
// so it is an interface; it may be slow, down, or answer twice.

/** Injection token of the deployment's `TestBank`; null or nothing where a person sends the cent by hand. */
export const TEST_BANK = Symbol('TestBank');

/** Of ISO 20022 ExternalStatusReason1Code: unknown, closed and blocked account, holder of another name, anything else. */
export const TEST_REFUSALS = ['AC01', 'AC04', 'AC06', 'BE01', 'NARR'] as const;
export type TestRefusal = (typeof TEST_REFUSALS)[number];

export interface TestPayment {
  /** End-to-end id, the same for every try. */
  readonly id: string;
  readonly accountNumber: string;
  readonly holderName: string;
  /** CNAPS. */
  readonly bankCode: string;
  readonly currency: string;
  /** What the owner reads in the statement beside 0.01. */
  readonly reference: string;
}

export interface TestReply {
  /** Null: it was paid. */
  readonly refusal: TestRefusal | null;
  /** As the bank put it, whose hash is kept as evidence. */
  readonly raw: string;
}

export interface TestBank {
  /** As it is kept with each test. */
  readonly name: string;
  /** The same payment asked for again is paid once. @throws when the bank is out of reach, or its answer is lost */
  pay(payment: TestPayment): Promise<TestReply>;
}
