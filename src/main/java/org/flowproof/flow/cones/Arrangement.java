package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.formula.NoValueException;

/**
 * Hyperplanes through 0 and the faces they cut space into, exactly, for normals in any position.
 *
 * <p>Faces are found from the rays, the faces of dimension 1 in the span of the normals. A ray lies
 * on hyperplanes whose normals have rank one less than all, so every independent choice of that
 * many normals gives a ray and its opposite. Every face but {@code {0}} has a ray in its closure,
 * and near a ray only the hyperplanes through it matter: in general position all signs occur on
 * these, otherwise they are an arrangement of lower rank.
 *
 * <p>When the normals do not span the space, everything is meant within their span: a face of the
 * whole space is a face here plus the orthogonal complement.
 */
final class Arrangement {
  /** Faces, each counted with every ray of its closure. */
  private static final long MOST = 100_000;

  private final List<ExactVector> normals;
  private final List<RoundedVector> rounded;
  private final List<ExactVector> span;
  private final Map<Signs, ExactVector> rays = new LinkedHashMap<>();
  private final Map<List<Integer>, List<Signs>> around = new HashMap<>();

  /**
   * A ray of the arrangement.
   *
   * @param vector not 0, of any length
   * @param signs its side of each hyperplane
   */
  record Ray(ExactVector vector, Signs signs) {}

  private Arrangement(List<ExactVector> normals) {
    this.normals = normals;
    rounded = normals.stream().map(RoundedVector::new).toList();
    List<ExactVector> free = Elimination.units(normals.get(0).dimension());
    List<ExactVector> basis = new ArrayList<>();
    for (ExactVector normal : normals) {
      List<ExactVector> rest = Elimination.narrowed(free, normal);
      if (rest.size() < free.size()) {
        basis.add(normal);
        free = rest;
      }
    }
    span =
        basis.size() == normals.get(0).dimension()
            ? Elimination.units(basis.size())
            : List.copyOf(basis);
  }

  /**
   * Enumerates.
   *
   * @param normals of the hyperplanes; not 0, no two on one line, at least one
   * @throws NoValueException when there may be too many faces
   */
  static Arrangement of(List<ExactVector> normals) {
    Arrangement arrangement = new Arrangement(List.copyOf(normals));
    long most = mostFaces(normals.size(), arrangement.rank());
    if (most > MOST) {
      throw new NoValueException(
          normals.size()
              + " kinks in dimension "
              + arrangement.rank()
              + " have too many activation cones to list (up to "
              + (most == Long.MAX_VALUE ? "10^18" : most)
              + " with their edges, at most "
              + MOST
              + ")");
    }
    arrangement.collectRays(arrangement.span, new ArrayList<>(), 0);
    return arrangement;
  }

  /** Twice the choices of rank-1 out of all, times the signs on these; saturated. */
  private static long mostFaces(int count, int rank) {
    java.math.BigInteger rays = java.math.BigInteger.TWO;
    for (int i = 0; i < rank - 1; i++) {
      rays =
          rays.multiply(java.math.BigInteger.valueOf(count - i))
              .divide(java.math.BigInteger.valueOf(i + 1));
    }
    java.math.BigInteger all = rays.multiply(java.math.BigInteger.valueOf(3).pow(rank - 1));
    return all.bitLength() < 63 ? all.longValue() : Long.MAX_VALUE;
  }

  /** Dimension of the span of the normals. */
  int rank() {
    return span.size();
  }

  /** All rays; opposite ones follow each other. */
  List<Ray> rays() {
    return rays.entrySet().stream().map(e -> new Ray(e.getValue(), e.getKey())).toList();
  }

  private void collectRays(List<ExactVector> space, List<Integer> chosen, int from) {
    if (space.size() == 1) {
      ExactVector ray = space.get(0).whole();
      Signs signs = signs(ray);
      if (!rays.containsKey(signs)) {
        rays.put(signs, ray);
        rays.put(signs.negate(), ray.negate());
      }
      return;
    }
    for (int l = from; l < normals.size(); l++) {
      List<ExactVector> narrower = Elimination.narrowed(space, normals.get(l));
      if (narrower.size() < space.size()) {
        chosen.add(l);
        collectRays(narrower, chosen, l + 1);
        chosen.remove(chosen.size() - 1);
      }
    }
  }

  private Signs signs(ExactVector w) {
    RoundedVector ray = new RoundedVector(w);
    byte[] signs = new byte[normals.size()];
    for (int l = 0; l < signs.length; l++) {
      signs[l] = (byte) rounded.get(l).sign(ray);
    }
    return Signs.of(signs);
  }

  /**
   * All faces but {@code {0}}, each with the rays of its closure, in the order of {@link #rays}.
   */
  Map<Signs, List<Ray>> faces() {
    Map<Signs, List<Ray>> faces = new LinkedHashMap<>();
    for (Ray ray : rays()) {
      List<Integer> through = ray.signs().zeros();
      for (Signs near : around.computeIfAbsent(through, this::signsAround)) {
        Signs face = ray.signs().with(through, near);
        faces.computeIfAbsent(face, f -> new ArrayList<>()).add(ray);
      }
    }
    return faces;
  }

  private List<Signs> signsAround(List<Integer> through) {
    if (through.size() == rank() - 1) {
      return allSigns(through.size());
    }
    List<Signs> signs = new ArrayList<>();
    signs.add(Signs.of(new byte[through.size()]));
    signs.addAll(of(through.stream().map(normals::get).toList()).faces().keySet());
    return signs;
  }

  private static List<Signs> allSigns(int count) {
    List<Signs> all = new ArrayList<>();
    byte[] digits = new byte[count];
    java.util.Arrays.fill(digits, (byte) -1);
    while (true) {
      all.add(Signs.of(digits));
      int place = 0;
      while (place < count && digits[place] == 1) {
        digits[place++] = -1;
      }
      if (place == count) {
        return all;
      }
      digits[place]++;
    }
  }
}
