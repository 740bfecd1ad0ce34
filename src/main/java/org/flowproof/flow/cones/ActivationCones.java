package org.flowproof.flow.cones;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.formula.NoValueException;
import org.flowproof.problem.Problem;

/**
 * The activation cones of a data set, kinks included, with the pull of the early-alignment flow in
 * each: {@code D(w, 0)}, the element of least norm of
 *
 * <pre>
 * { (1/n) sum_k eta_k r_k x_k : eta_k = 1, slope, or in [slope, 1] as &lt;w, x_k&gt; &gt; 0, &lt; 0, = 0 }
 * </pre>
 *
 * with {@code r_k} the residual while the output is 0 (Boursier and Flammarion, Early alignment,
 * section 3). Samples on one line through 0 share one kink and one gate variable on it.
 *
 * <p>Everything is exact on the given doubles. In the plane the cones come from a turn around the
 * origin, above from the faces of an arrangement of hyperplanes.
 */
public final class ActivationCones {
  private final ZeroOutput data;
  private final List<KinkLine> lines;
  private final List<Cone> cones;

  private ActivationCones(ZeroOutput data, List<KinkLine> lines, List<Cone> cones) {
    this.data = data;
    this.lines = lines;
    this.cones = List.copyOf(cones);
  }

  /**
   * Enumerates the cones of a problem's data.
   *
   * @throws NoValueException when the activation has no kinks, all samples are 0, or there may be
   *     too many cones to list
   */
  public static ActivationCones of(Problem problem) {
    ZeroOutput data = ZeroOutput.of(problem);
    int d = problem.data().d();
    if (data.samples().isEmpty()) {
      throw new NoValueException("all samples are 0");
    }
    List<KinkLine> lines = KinkLine.of(data);
    List<Cone> cones =
        new ArrayList<>(
            d == 1
                ? halfLines(data)
                : d == 2 ? PlaneSweep.cones(data) : SpaceCones.of(data, lines));
    cones.add(origin(data, lines));
    return new ActivationCones(data, lines, cones);
  }

  private static List<Cone> halfLines(ZeroOutput data) {
    List<Cone> cones = new ArrayList<>();
    for (double side : new double[] {1, -1}) {
      ExactVector w = ExactVector.of(side);
      ExactVector pull = data.pullAt(w);
      int sign = pull.dot(w).signum();
      Cone.Pole pole = sign == 0 ? Cone.Pole.REST : sign > 0 ? Cone.Pole.ALONG : Cone.Pole.AGAINST;
      cones.add(new Cone(Cone.Kind.OPEN, w, List.of(w), pull, List.of(), pole));
    }
    return cones;
  }

  /** The point 0, on all kinks. */
  static Cone origin(ZeroOutput data, List<KinkLine> lines) {
    ExactVector zero = ExactVector.zero(data.samples().get(0).dimension());
    ExactVector pull = KinkGates.leastNorm(zero, lines, data.slope()).point();
    Cone.Pole pole = pull.isZero() ? Cone.Pole.REST : Cone.Pole.NONE;
    return new Cone(Cone.Kind.ORIGIN, zero, List.of(), pull, List.of(), pole);
  }

  /**
   * All cones; the origin is last. In the plane counter-clockwise, each ray before the sector to
   * its left. When the samples do not span a space of three or more dimensions, the cone of all
   * weights perpendicular to them goes by the name of the origin.
   */
  public List<Cone> cones() {
    return cones;
  }

  /** The samples that are not 0. */
  public List<ExactVector> samples() {
    return data.samples();
  }

  /** The extremal vectors in the order of their cones; at most one for each cone. */
  public List<ExtremalVector> extremalVectors() {
    return cones.stream()
        .filter(Cone::extremal)
        .map(cone -> new ExtremalVector(cone, kinks(cone).shape(cone)))
        .toList();
  }

  /** The gates and pulls on the kinks of a cone. */
  KinkGates kinks(Cone cone) {
    ExactVector rest = ExactVector.zero(cone.inside().dimension());
    List<KinkLine> kinks = new ArrayList<>();
    for (KinkLine line : lines) {
      int sign = cone.sign(line.direction());
      if (sign == 0) {
        kinks.add(line);
      } else {
        rest = rest.plus(line.pull(sign, data.slope()));
      }
    }
    return KinkGates.of(rest, kinks, data.slope());
  }

  /**
   * Whether a cone's pull is 0 for every network that leaves its kinks alone, because all gates are
   * closed there or can be closed: no sample is active, and those on each kink lie on one side.
   */
  boolean closed(Cone cone) {
    return data.slope().signum() == 0
        && lines.stream().allMatch(line -> line.oneSided() && cone.sign(line.direction()) <= 0);
  }
}
