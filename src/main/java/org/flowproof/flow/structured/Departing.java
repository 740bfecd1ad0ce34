package org.flowproof.flow.structured;

/**
 * Lines that a neuron has just left, so that its preactivation there is zero up to rounding: order
 * 1 with crossing speed, 2 tangentially. Immutable.
 */
final class Departing {
  private final int[] lines;
  private final byte[] orders;

  private Departing(int[] lines, byte[] orders) {
    this.lines = lines;
    this.orders = orders;
  }

  int count() {
    return lines.length;
  }

  int line(int i) {
    return lines[i];
  }

  /** 0 when the line is not among them. */
  static int order(Departing departing, int line) {
    if (departing != null) {
      for (int i = 0; i < departing.lines.length; i++) {
        if (departing.lines[i] == line) {
          return departing.orders[i];
        }
      }
    }
    return 0;
  }

  /** With one line more; null stands for none. */
  static Departing with(Departing departing, int line, int order) {
    Departing others = without(departing, line);
    int count = others == null ? 0 : others.lines.length;
    int[] lines = new int[count + 1];
    byte[] orders = new byte[count + 1];
    if (others != null) {
      System.arraycopy(others.lines, 0, lines, 0, count);
      System.arraycopy(others.orders, 0, orders, 0, count);
    }
    lines[count] = line;
    orders[count] = (byte) order;
    return new Departing(lines, orders);
  }

  /** Without a line; null when nothing is left. */
  static Departing without(Departing departing, int line) {
    if (order(departing, line) == 0) {
      return departing;
    }
    int count = departing.lines.length - 1;
    if (count == 0) {
      return null;
    }
    int[] lines = new int[count];
    byte[] orders = new byte[count];
    int next = 0;
    for (int i = 0; i <= count; i++) {
      if (departing.lines[i] != line) {
        lines[next] = departing.lines[i];
        orders[next++] = departing.orders[i];
      }
    }
    return new Departing(lines, orders);
  }
}
