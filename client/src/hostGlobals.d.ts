// What both extension hosts have, Node's and the web worker's, and whose types are in neither's: only VS Code's own are
// here.

declare function setTimeout(callback: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;

declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
