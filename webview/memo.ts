import { Component, type ComponentChildren } from 'preact';

/** A component that renders again only when one of its props is another value: of hundreds of rows the one that changed. */
export function memo<P extends object>(render: (props: P) => ComponentChildren) {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const before = this.props as Record<string, unknown>;
      return Object.entries(next).some(([name, value]) => !Object.is(value, before[name]));
    }

    override render(props: P) {
      return render(props);
    }
  };
}
