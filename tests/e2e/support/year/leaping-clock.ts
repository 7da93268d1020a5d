/**
 * Run in a server before anything else: on SIGUSR2 its clock, and that of its embedded database, leaps to
 * just past the tenth minute of an hour, when news are written. Until then it is the machine's. Its own text
 * is sent there, so it may use nothing from outside.
 */
function installLeapingClock(): void {
  const RealDate = Date;
  const hour = 3_600_000;
  let leap = 0;
  class LeapingDate extends RealDate {
    constructor(...given: [] | [number]) {
      if (given.length === 0) super(RealDate.now() + leap);
      else super(...given);
    }

    static override now(): number {
      return RealDate.now() + leap;
    }
  }
  globalThis.Date = LeapingDate as DateConstructor;
  process.on('SIGUSR2', () => {
    const ahead = 10 * 60_000 + 5000 - (Date.now() % hour);
    leap += ahead < 0 ? ahead + hour : ahead;
  });
}

/** What Node imports first. */
export const leapingClock = `data:text/javascript,${encodeURIComponent(`(${installLeapingClock.toString()})()`)}`;
