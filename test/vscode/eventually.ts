/**
 * Tries until `attempt` no longer throws and returns its value; after `milliseconds` it throws what the last attempt
 * threw. For what VS Code does in its own time: `await eventually(() => assert.equal(problems().length, 2))`.
 */
export async function eventually<T>(attempt: () => T | Promise<T>, milliseconds = 30_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;)
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() >= end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
}
