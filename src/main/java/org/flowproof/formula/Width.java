package org.flowproof.formula;

/** How many columns of a terminal a text takes. */
public final class Width {
  private Width() {}

  /** Columns; characters that combine with the one before take none. */
  public static int of(String text) {
    return (int) text.codePoints().filter(c -> !combining(c)).count();
  }

  private static boolean combining(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
