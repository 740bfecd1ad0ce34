package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The number of activation cones beside what it has to be, to find out whether a list is complete.
 *
 * @param open cones on no kink
 * @param expected how many there are for kinks in general position, {@code 2n} in the plane and
 *     {@code n(n-1) + 2} in space (Cover, Geometrical and statistical properties of systems of
 *     linear inequalities, 1965); empty for kinks in special position
 * @param euler the alternating sum of the numbers of cones by dimension, rays first
 * @param sphere what it has to be: 0 in the plane and other even dimensions, 2 in odd ones; empty
 *     where the kinks do not span the space
 */
public record ConeCount(long open, OptionalLong expected, long euler, OptionalLong sphere) {

  /** Counts a list of cones. */
  public static ConeCount of(ActivationCones cones) {
    return of(cones.cones(), cones.samples());
  }

  /** Counts cones of samples. */
  static ConeCount of(List<Cone> cones, List<ExactVector> samples) {
    List<ExactVector> lines = lines(samples);
    int d = samples.get(0).dimension();
    long open = 0;
    long euler = 0;
    boolean general = lines.size() >= d;
    boolean spans = dimension(lines, d) == 0;
    for (Cone cone : cones) {
      if (cone.kind() == Cone.Kind.ORIGIN) {
        continue;
      }
      List<ExactVector> kinks = lines.stream().filter(x -> cone.sign(x) == 0).toList();
      open += kinks.isEmpty() ? 1 : 0;
      general &= kinks.size() < d;
      euler += dimension(kinks, d) % 2 == 1 ? 1 : -1;
    }
    return new ConeCount(
        open,
        general ? OptionalLong.of(cover(lines.size(), d)) : OptionalLong.empty(),
        euler,
        spans ? OptionalLong.of(d % 2 == 1 ? 2 : 0) : OptionalLong.empty());
  }

  /** Whether nothing speaks against the list. */
  public boolean consistent() {
    return (expected.isEmpty() || expected.getAsLong() == open)
        && (sphere.isEmpty() || sphere.getAsLong() == euler);
  }

  /** Open cones that n hyperplanes in general position through 0 cut a space into. */
  static long cover(int n, int d) {
    long sum = 0;
    long choose = 1;
    for (int i = 0; i < d && i < n; i++) {
      sum += choose;
      choose = choose * (n - 1 - i) / (i + 1);
    }
    return 2 * sum;
  }

  /** Samples, one for each line through 0. */
  private static List<ExactVector> lines(List<ExactVector> samples) {
    List<ExactVector> lines = new ArrayList<>();
    for (ExactVector sample : samples) {
      if (lines.stream().noneMatch(other -> dependent(other, sample))) {
        lines.add(sample);
      }
    }
    return lines;
  }

  private static boolean dependent(ExactVector left, ExactVector right) {
    int d = left.dimension();
    return dimension(List.of(left, right), d) == d - 1;
  }

  /** Dimension of the space of weights on all of some kinks. */
  private static int dimension(List<ExactVector> kinks, int d) {
    List<ExactVector> space = Elimination.units(d);
    for (ExactVector normal : kinks) {
      space = Elimination.narrowed(space, normal);
    }
    return space.size();
  }
}
