/** What the user says about how texts are to be read; everything has a default. */
export interface Reading {
  /**
   * What a box's mark means, by the one character between the brackets. A mark that is not named is partial; a blank
   * and an x always mean what they mean.
   */
  marks: Readonly<Record<string, MarkMeaning>>;
  /** What a zone name means, by its name in upper case: an offset (`+08:00`) or an IANA name (`Asia/Shanghai`). */
  zones: Zones;
  /** What the settings say of the file: it is a plan whatever it holds, or it is none. */
  override: Override | undefined;
  /** True for a file that lies where plans lie, or that its name calls one: common headings are then enough. */
  isLocated: boolean;
  /** True for a file whose name calls it a template: it is a plan once a step of it is done. */
  isTemplate: boolean;
}

export type Zones = Readonly<Record<string, string>>;

/** `dropped`: given up, so it is no part of the total. `blocked`: open, and waiting for something. */
export type MarkMeaning = 'done' | 'partial' | 'dropped' | 'blocked';

/** What somebody says about a text, whatever it looks like. */
export type Override = 'plan' | 'ignore';

/** The way that a text is read when nobody says anything. */
export const defaultReading: Reading = {
  marks: {},
  zones: {},
  override: undefined,
  isLocated: false,
  isTemplate: false,
};
