/** An error that the person can mend: its message alone says what to do, so it is printed without a stack. */
export class Stop extends Error {}

/** Runs a script's main function and ends the process with the exit code that it returns; 1 when it throws. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}
