// A Failure is a request that did not do what was asked, as the person is told of it.
// What a person can mend in a form is no Failure: that is in a payload's userErrors.
export class Failure extends Error {
  constructor(
    readonly code: string, // of the admin API, or NETWORK when there was no answer from it
    message: string,
    readonly requestId: string | null,
    readonly field: string[] = [], // of the operation's arguments, when it is about one
  ) {
    super(message)
    this.name = 'Failure'
  }

  // passes says whether the same request may well work in a moment.
  get passes(): boolean {
    return this.code === 'NETWORK' || this.code === 'UNAVAILABLE'
  }
}

// asFailure is what is told of anything that was thrown.
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  return new Failure('INTERNAL', 'Something went wrong on this page. Reload it and try again.', null)
}
