package org.flowproof.falsify;

import java.util.Locale;

/** How the samples of a random data set lie to each other; each is met by construction. */
public enum Layout {
  /** Anywhere, with repeated, doubled and opposite samples among them. */
  FREE,
  /** Anywhere, every sample drawn alone. */
  GENERIC,
  /** Along the coordinate axes. */
  ORTHOGONAL,
  /** Along the coordinate axes, moved a little. */
  NEARLY_ORTHOGONAL,
  /** Samples times labels near one direction, so that they are positively correlated. */
  CORRELATED,
  /** Labels of a linear teacher with noise, samples away from its hyperplane. */
  BAND,
  /** Anywhere, with labels 0; for classes, with labels of one class. */
  SILENT;

  /** For readers, as {@code nearly orthogonal}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
