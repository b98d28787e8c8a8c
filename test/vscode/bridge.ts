import type { Answer, Bridge } from '../../scripts/vscode/bridge';

/** The window outside the extension host: what a person sees and does there. See `WindowBridge` for each function. */
export const bridge: Bridge = new Proxy({} as Bridge, {
  get:
    (_, name: string) =>
    (...args: unknown[]) =>
      ask(name, args),
});

async function ask(name: string, args: unknown[]): Promise<unknown> {
  if (BRIDGE_URL === '') throw new Error(`bridge.${name} needs a browser, and this window is a desktop's`);
  const response = await fetch(`${BRIDGE_URL}/${name}`, { method: 'POST', body: JSON.stringify(args) });
  const { value, error } = (await response.json()) as Answer;
  if (error !== undefined)
    throw new Error(`bridge.${name}(${args.map((each) => JSON.stringify(each)).join(', ')}): ${error}`);
  return value;
}
