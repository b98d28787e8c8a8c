// What the plan sign-in.md has delivered so far: only its name matters here.
export type Link = { hash: Uint8Array; address: string; made: Date; used?: Date };
