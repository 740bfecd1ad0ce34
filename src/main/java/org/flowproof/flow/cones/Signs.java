package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** On which side of each of some hyperplanes a face lies: 1, 0 or -1; immutable. */
final class Signs {
  private final byte[] signs;

  private Signs(byte[] signs) {
    this.signs = signs;
  }

  static Signs of(byte[] signs) {
    return new Signs(signs.clone());
  }

  int get(int line) {
    return signs[line];
  }

  int count() {
    return signs.length;
  }

  /** The hyperplanes the face lies on, ascending. */
  List<Integer> zeros() {
    List<Integer> zeros = new ArrayList<>();
    for (int l = 0; l < signs.length; l++) {
      if (signs[l] == 0) {
        zeros.add(l);
      }
    }
    return zeros;
  }

  Signs negate() {
    byte[] negated = new byte[signs.length];
    for (int l = 0; l < signs.length; l++) {
      negated[l] = (byte) -signs[l];
    }
    return new Signs(negated);
  }

  /** With other signs at some places. */
  Signs with(List<Integer> places, Signs there) {
    byte[] changed = signs.clone();
    for (int i = 0; i < places.size(); i++) {
      changed[places.get(i)] = there.signs[i];
    }
    return new Signs(changed);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Signs other && Arrays.equals(signs, other.signs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(signs);
  }

  /** Such as {@code +-0}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (byte sign : signs) {
      text.append(sign > 0 ? '+' : sign < 0 ? '-' : '0');
    }
    return text.toString();
  }
}
