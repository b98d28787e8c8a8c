/** What is found out once somebody asks. */
export class Lazy<T> {
  #known: { value: T } | undefined;

  constructor(private readonly find: () => T) {}

  get(): T {
    this.#known ??= { value: this.find() };
    return this.#known.value;
  }

  /** Undefined as long as nobody has asked. */
  get known(): T | undefined {
    return this.#known?.value;
  }
}
