import { pathToFileURL } from 'node:url';
import { howFar } from '../../core/calls/declined';
import type { PlanFile } from '../../core/calls/planFile';
import type { ToolHost } from '../../core/tools/host';
import type { McpService, PlanResource } from '../../mcp/service';
import type { Root } from './roots';
import { planPaths } from './toolHost';

/** Milliseconds from one look at the known files to the next, where nothing is announced. */
const rest = 2000;
/** Milliseconds from an announcement to the look: what was announced may not be done. */
const settle = 60;

/** The plans below some roots as resources of MCP. */
export function planResources(roots: readonly Root[], host: ToolHost): McpService['resources'] {
  return {
    list: async () => (await host.files()).map(resourceOf),
    read: async (uri) => (await host.file(uri)).text,
    watch: (onList, onUpdate) => {
      const watch = new ResourceWatch(roots, onList, onUpdate);
      watch.start();
      return () => watch.stop();
    },
  };
}

function resourceOf(file: PlanFile): PlanResource {
  const { plans, title } = file.analysis.document;
  return {
    uri: uriOf(file),
    name: file.file,
    title: title?.text ?? file.file,
    description: howFar(plans.flatMap(({ steps }) => steps)),
  };
}

function uriOf({ path }: Pick<PlanFile, 'path'>): string {
  return pathToFileURL(path).href;
}

/** Tells when plans come, go and change. It holds no process: who has nothing else to do may end. */
class ResourceWatch {
  /** By URI: the file, and what tells whether it may have changed. */
  #known = new Map<string, { path: string; stamp: string | undefined }>();
  #stops: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #announced: NodeJS.Timeout | undefined;
  #isStopped = false;
  /** One look after the other. */
  #looking = Promise.resolve();

  constructor(
    private readonly roots: readonly Root[],
    private readonly onList: () => void,
    private readonly onUpdate: (uri: string) => void,
  ) {}

  start(): void {
    this.#enqueue(() => this.#search(false));
    this.#timer = setInterval(() => this.#enqueue(async () => this.#look()), rest);
    this.#timer.unref();
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
    clearTimeout(this.#announced);
    for (const stop of this.#stops) stop();
  }

  #enqueue(look: () => Promise<void>): void {
    this.#looking = this.#looking.then(() => (this.#isStopped ? undefined : look())).catch(() => {});
  }

  /** Finds out which files may be plans, and watches the folders that they lie in. */
  async #search(isTold: boolean): Promise<void> {
    const paths = (await Promise.all(this.roots.map(planPaths))).flat();
    if (this.#isStopped) return;
    const found = new Map(paths.map((path) => [uriOf({ path }), path]));
    const isOther = found.size !== this.#known.size || [...found.keys()].some((uri) => !this.#known.has(uri));
    const stampOf = (path: string) => (this.roots[0] as Root).machine.stamp(path);
    const known = this.#known;
    this.#known = new Map([...found].map(([uri, path]) => [uri, known.get(uri) ?? { path, stamp: stampOf(path) }]));
    if (!isOther && this.#stops.length > 0) return;
    if (isTold && isOther) this.onList();
    for (const stop of this.#stops) stop();
    const folders = new Set([
      ...this.roots.map(({ folder }) => folder),
      ...[...found.values()].map((path) => path.slice(0, path.lastIndexOf('/'))),
    ]);
    const { machine } = this.roots[0] as Root;
    this.#stops = [...folders].map((folder) => machine.watch(folder, () => this.#announce()));
  }

  #announce(): void {
    if (this.#announced !== undefined || this.#isStopped) return;
    this.#announced = setTimeout(() => {
      this.#announced = undefined;
      this.#enqueue(async () => {
        this.#look();
        await this.#search(true);
      });
    }, settle);
    this.#announced.unref();
  }

  /** Tells of the known files that have changed. */
  #look(): void {
    const { machine } = this.roots[0] as Root;
    for (const [uri, known] of this.#known) {
      const stamp = machine.stamp(known.path);
      if (stamp === known.stamp) continue;
      known.stamp = stamp;
      this.onUpdate(uri);
    }
  }
}
